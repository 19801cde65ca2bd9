// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_stages.h"

#include "keras/stored_weights.h"
#include "layers/unknown_layer.h"
#include "model/shape_inference.h"
#include "model/wiring.h"
#include "testing/case_inputs.h"
#include "testing/case_model.h"

#include <algorithm>

namespace convscope {

namespace {

std::vector<Shape> shapesOf(std::span<const Tensor> tensors)
{
    std::vector<Shape> shapes;
    for (const Tensor &tensor : tensors)
        shapes.emplace_back(tensor.extents());
    return shapes;
}

std::optional<Error> refusedArgument(const Model &model)
{
    for (const auto &layer : model.layers) {
        if (const RefusedArgument *refused = layer->refusedArgument())
            return refused->error;
    }
    return std::nullopt;
}

Error unknownClass(const Model &model)
{
    for (const auto &layer : model.layers) {
        if (isUnknown(*layer))
            return Error{"E16", layer->name(), "class_name", '"' + layer->type().className + '"',
                         words("the class {class} of {layer} is not known here",
                               layer->type().className, layer->name())};
    }
    return {};
}

class Stages
{
public:
    Stages(const TestCase &test, const StageOptions &options) : m_test(test), m_options(options) {}

    CaseStages go()
    {
        if (config() && build() && giveWeights())
            call();
        return std::move(m_done);
    }

private:
    bool refused(Error error, ErrorStage stage)
    {
        m_done.refused = StagedError{stage, std::move(error)};
        return false;
    }

    bool config()
    {
        auto model = modelOfTest(m_test);
        if (!model)
            return refused(model.error(), ErrorStage::Config);
        m_done.model = std::move(model->entry.model);
        m_done.weightOrder = std::move(model->entry.weightOrder);
        m_hasWeights = model->hasWeights;
        if (m_test.seed)
            m_done.model.seed = *m_test.seed;
        if (auto error = refusedArgument(m_done.model))
            return refused(std::move(*error), ErrorStage::Config);
        m_done.lacking = lackingLayers(m_done.model);
        if (wantsWhatLacks())
            return refused(unknownClass(m_done.model), ErrorStage::Config);
        m_done.inputs = m_test.entry.inputs;
        if (m_test.inputSources.empty())
            return true;
        auto read = m_options.inputs.inputsOf(m_test, m_done.model);
        if (!read)
            return refused(read.error(), ErrorStage::Call);
        m_done.inputs = std::move(*read);
        return true;
    }

    /// Whether the case asks for something that depends on a class that is not known here.
    bool wantsWhatLacks() const
    {
        const std::vector<bool> &lacking = m_done.lacking;
        if (std::find(lacking.begin(), lacking.end(), true) == lacking.end())
            return false;
        const bool isNothingElse =
            std::find(lacking.begin(), lacking.end(), false) == lacking.end();
        if (isNothingElse || m_test.error)
            return true;
        if (m_options.ignoresExpectations)
            return false;
        const CaseEntry &entry = m_test.entry;
        const auto lacks = [&](int layer) { return layer >= 0 && m_done.isLacking(layer); };
        const std::vector<int> outputs = m_done.model.outputIndices();
        const bool wantsOutputs = !entry.outputs.empty() || !m_test.outputShapes.empty() ||
                                  m_test.statistics || m_test.loss || !entry.constrained.empty();
        return (wantsOutputs && std::any_of(outputs.begin(), outputs.end(), lacks)) ||
               std::any_of(entry.activations.begin(), entry.activations.end(),
                           [&](const auto &activation) {
                               return lacks(m_done.model.indexOf(activation.first));
                           });
    }

    /// Of a layer that can be computed.
    const Error *firstError(const ModelShapes &shapes) const
    {
        for (std::size_t i = 0; i < shapes.layers.size(); ++i) {
            if (shapes.layers[i].error && !m_done.isLacking(static_cast<int>(i)))
                return &*shapes.layers[i].error;
        }
        return nullptr;
    }

    bool build()
    {
        std::vector<Shape> &shapes = m_done.shapes;
        shapes = m_test.inputShapes;
        if (shapes.empty())
            shapes = shapesOf(m_done.inputs);
        if (shapes.empty())
            shapes = inputShapes(m_done.model);
        // Without any shape there is nothing to build for.
        if (shapes.empty() || shapes.front().rank() == 0)
            return true;
        m_done.built = inferShapes(m_done.model, shapes);
        if (const Error *error = firstError(m_done.built))
            return refused(*error, ErrorStage::Build);
        return true;
    }

    bool giveWeights()
    {
        const CaseEntry &entry = m_test.entry;
        const bool isDrawn = entry.weights.empty() && m_test.seed;
        const bool wanted =
            !m_hasWeights && !isDrawn && (!entry.weights.empty() || !entry.outputs.empty());
        if (!wanted || m_done.built.layers.empty())
            return true;
        // Layers that are left out have no weights that could be known; none of the others reads
        // them.
        ModelEntry known;
        known.model = m_done.model;
        known.model.layers.clear();
        if (std::find(m_done.lacking.begin(), m_done.lacking.end(), true) != m_done.lacking.end())
            known.model.outputs.clear();
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < m_done.model.layers.size(); ++i) {
            if (m_done.isLacking(static_cast<int>(i)))
                continue;
            known.model.layers.push_back(m_done.model.layers[i]);
            places.push_back(i);
        }
        const Wiring wiring(known.model);
        for (const std::string &name : m_done.weightOrder) {
            if (wiring.indexOf(name) >= 0)
                known.weightOrder.push_back(name);
        }
        auto given = withStoredWeights(known, entry.weights, m_done.shapes);
        if (!given)
            return refused(given.error(), ErrorStage::Weights);
        for (std::size_t i = 0; i < places.size(); ++i)
            m_done.model.layers[places[i]] = given->layers[i];
        return true;
    }

    /// A layer that was built for other channels keeps its weights: another input does not fit
    /// them.
    bool fitsWhatWasBuilt(const ModelShapes &called)
    {
        for (std::size_t i = 0; i < m_done.built.layers.size(); ++i) {
            if (m_done.built.layers[i].weights == called.layers[i].weights)
                continue;
            return refused(
                Error{"E11",
                      m_done.model.layer(static_cast<int>(i)).name(),
                      "input",
                      {},
                      words("input: the layer was built for {built}, and its weights do not fit "
                            "the channels of {given}",
                            m_done.shapes.front().toString(),
                            toString(m_done.inputs.front().extents()))},
                ErrorStage::Call);
        }
        return true;
    }

    void call()
    {
        if (m_done.inputs.empty())
            return;
        const std::vector<Shape> given = shapesOf(m_done.inputs);
        // Most cases are built for what they are called with.
        if (given != m_done.shapes) {
            const ModelShapes called = inferShapes(m_done.model, given);
            if (const Error *error = firstError(called)) {
                refused(*error, ErrorStage::Call);
                return;
            }
            if (!fitsWhatWasBuilt(called))
                return;
        }
        RunOptions options;
        options.stop = m_options.stop;
        options.kernel = m_options.kernel;
        options.allOrNothing = true;
        m_done.run = run(m_done.model, m_done.inputs, options);
        for (const LayerResult &layer : m_done.run.layers) {
            if (layer.error && !m_done.isLacking(layer.index)) {
                refused(*layer.error, ErrorStage::Call);
                return;
            }
        }
        if (m_done.run.cancelled)
            refused(Error("cancelled", {}, {}, {}, words("the run was cancelled")),
                    ErrorStage::Call);
    }

    const TestCase &m_test;
    const StageOptions &m_options;
    CaseStages m_done;
    bool m_hasWeights = false;
};

} // namespace

std::vector<bool> lackingLayers(const Model &model)
{
    const Wiring wiring(model);
    std::vector<bool> lacking;
    for (int i = 0; i < model.size(); ++i) {
        bool lacks = isUnknown(model.layer(i)) && !model.layer(i).isBypassed();
        for (const Source &source : wiring.sources(i))
            lacks = lacks || (source.kind == Source::Kind::Layer && source.index < i &&
                              lacking[static_cast<std::size_t>(source.index)]);
        lacking.push_back(lacks);
    }
    return lacking;
}

CaseStages runStages(const TestCase &test, const StageOptions &options)
{
    return Stages(test, options).go();
}

} // namespace convscope
