// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/operands_at.h"

namespace convscope {

namespace {

Result<LayerOperands> notComputed(const std::string &name)
{
    return fail("input", "layer", name, words("{layer} is not computed yet", name));
}

std::vector<Tensor> inputsOf(const ModelDocument &document, const LayerResults &results,
                             int reduction)
{
    if (reduction <= 1)
        return document.inputTensors();
    // The reduced picture is kept of the first input alone.
    const EvaluatedLayer *input = results.at(-1);
    if (input == nullptr || input->reduction != reduction || document.inputTensors().size() != 1)
        return {};
    return {input->result.output};
}

} // namespace

bool isCurrent(const ModelDocument &document, const LayerResults &results, int layer)
{
    if (results.isStale(layer))
        return false;
    for (const Source &source : document.model().sources(layer)) {
        if (source.kind == Source::Kind::Layer && results.isStale(source.index))
            return false;
    }
    return true;
}

WholeRun wholeRun(const ModelDocument &document, const LayerResults &results, int reduction)
{
    WholeRun whole;
    whole.inputs = inputsOf(document, results, reduction);
    whole.result.shapes = results.shapesFor(reduction);
    const int count = document.model().size();
    whole.result.layers.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const EvaluatedLayer *known = results.at(i);
        if (known != nullptr && known->reduction == reduction && !results.isStale(i))
            whole.result.layers[static_cast<std::size_t>(i)] = known->result;
    }
    return whole;
}

Result<LayerOperands> operandsAt(const ModelDocument &document, const LayerResults &results,
                                 int layer)
{
    const Model &model = document.model();
    const std::string name = layer < 0 ? "input" : model.layer(layer).name();
    if (layer < 0)
        return fail("input", "layer", name,
                    words("The input is where the numbers begin: nothing was computed for it"));
    const EvaluatedLayer *ran = results.at(layer);
    if (ran == nullptr)
        return notComputed(name);
    const int reduction = ran->reduction;
    RunResult result;
    result.shapes = results.shapesFor(reduction);
    if (const LayerShapes &shapes = result.shapes.layers[static_cast<std::size_t>(layer)];
        shapes.error)
        return fail(*shapes.error);
    if (const Error *error = results.failure(layer))
        return fail(*error);
    const std::vector<Tensor> inputs = inputsOf(document, results, reduction);
    result.layers.resize(static_cast<std::size_t>(model.size()));
    result.layers[static_cast<std::size_t>(layer)] = ran->result;
    for (const Source &source : model.sources(layer)) {
        const auto at = static_cast<std::size_t>(source.index);
        if (source.kind == Source::Kind::Input) {
            if (at >= inputs.size())
                return notComputed(name);
            continue;
        }
        const EvaluatedLayer *before = results.at(source.index);
        if (before == nullptr || before->reduction != reduction || before->result.output.isNull())
            return notComputed(name);
        result.layers[at] = before->result;
    }
    return operandsOf(model, inputs, result, layer);
}

} // namespace convscope
