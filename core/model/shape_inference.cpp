// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/shape_inference.h"

#include "base/concat.h"
#include "base/saturating.h"
#include "model/receptive_field.h"

#include <algorithm>

namespace convscope {

namespace {

/// The class says nothing of its axes, yet changes the spatial shape: an output cell sees
/// everything.
bool losesPlaces(const Layer &layer, const Shape &in, const Shape &out)
{
    return !layer.type().axes && in.rank() != out.rank();
}

class Inference
{
public:
    Inference(const Model &model, std::span<const Shape> inputs) : m_model(model), m_inputs(inputs)
    {
    }

    ModelShapes run()
    {
        for (int i = 0; i < m_model.size(); ++i)
            m_result.layers.push_back(infer(i));
        addUp();
        return std::move(m_result);
    }

private:
    LayerShapes infer(int index)
    {
        const Layer &layer = m_model.layer(index);
        const Layer &owner = m_model.owner(index);
        LayerShapes shapes;
        std::vector<ReceptiveField> fields;
        for (const Source &source : m_model.sources(index)) {
            if (source.kind == Source::Kind::Layer) {
                const LayerShapes &before = m_result.layers[static_cast<std::size_t>(source.index)];
                if (!before.output) {
                    shapes.waitsFor = before.waitsFor.empty() ? m_model.layer(source.index).name()
                                                              : before.waitsFor;
                    return shapes;
                }
                shapes.inputs.push_back(*before.output);
                fields.push_back(before.field.value_or(ReceptiveField{{}, true}));
            } else if (source.kind == Source::Kind::Input &&
                       source.index < static_cast<int>(m_inputs.size())) {
                const Shape &shape = m_inputs[static_cast<std::size_t>(source.index)];
                shapes.inputs.push_back(shape);
                fields.push_back({std::vector<FieldAxis>(
                                      static_cast<std::size_t>(std::max(shape.rank() - 2, 0))),
                                  false});
            } else {
                shapes.error = Error{"E11",
                                     layer.name(),
                                     "input",
                                     {},
                                     concat(layer.name(), " reads something that does not exist "
                                                          "or does not come before it")};
                return shapes;
            }
        }
        if (layer.isBypassed()) {
            shapes.output = shapes.inputs.front();
            shapes.macs = 0;
            shapes.field = fields.front();
            countBytes(shapes);
            return shapes;
        }
        auto output = inferShape(owner, shapes.inputs);
        if (!output) {
            shapes.error = output.error();
            shapes.error->layer = layer.name();
            return shapes;
        }
        shapes.output = std::move(*output);
        shapes.weights = weightSpecs(owner, shapes.inputs);
        if (&owner == &layer)
            countParams(layer, shapes);
        countBytes(shapes);
        addCost(owner, shapes, fields);
        return shapes;
    }

    static void countParams(const Layer &layer, LayerShapes &shapes)
    {
        for (const WeightSpec &weight : shapes.weights) {
            const std::int64_t count = elementCount(weight.shape).value_or(0);
            shapes.params = saturatingAdd(shapes.params, count);
            if (weight.trainable && layer.isTrainable())
                shapes.trainableParams = saturatingAdd(shapes.trainableParams, count);
        }
    }

    static void countBytes(LayerShapes &shapes)
    {
        if (const auto extents = shapes.output->extents()) {
            if (const auto count = elementCount(*extents))
                shapes.bytes = saturatingMultiply(*count, 4);
        }
    }

    static void addCost(const Layer &layer, LayerShapes &shapes,
                        std::span<const ReceptiveField> fields)
    {
        const bool known =
            shapes.output->isKnown() && std::all_of(shapes.inputs.begin(), shapes.inputs.end(),
                                                    [](const Shape &s) { return s.isKnown(); });
        if (known)
            shapes.macs = layer.type().macs
                              ? layer.type().macs(layer.params(), shapes.inputs, *shapes.output)
                              : 0;
        const Shape &in = shapes.inputs.front();
        bool spatialKnown = true;
        const int first = spatialAxis(dataFormat(layer));
        for (int axis = 0; axis < in.rank() - 2; ++axis)
            spatialKnown = spatialKnown && in[first + axis].has_value();
        std::vector<AxisReport> axes;
        if (layer.type().axes && spatialKnown)
            axes = layer.type().axes(layer.params(), in);
        if (layer.type().axes && !spatialKnown)
            return;
        ReceptiveField field = receptiveField(fields, axes);
        if (losesPlaces(layer, in, *shapes.output))
            field.everything = true;
        shapes.field = std::move(field);
    }

    void addUp()
    {
        m_result.macs = 0;
        std::vector<int> lastReader(static_cast<std::size_t>(m_model.size()), 0);
        for (int i = 0; i < m_model.size(); ++i) {
            const LayerShapes &layer = m_result.layers[static_cast<std::size_t>(i)];
            m_result.params = saturatingAdd(m_result.params, layer.params);
            m_result.trainableParams =
                saturatingAdd(m_result.trainableParams, layer.trainableParams);
            if (layer.macs && m_result.macs)
                m_result.macs = saturatingAdd(*m_result.macs, *layer.macs);
            else
                m_result.macs.reset();
            lastReader[static_cast<std::size_t>(i)] = i;
            for (const Source &source : m_model.sources(i)) {
                if (source.kind == Source::Kind::Layer)
                    lastReader[static_cast<std::size_t>(source.index)] = i;
            }
        }
        m_result.peakBytes = peak(lastReader);
    }

    std::optional<std::int64_t> peak(const std::vector<int> &lastReader) const
    {
        std::int64_t inputBytes = 0;
        for (const Shape &shape : m_inputs) {
            const auto extents = shape.extents();
            const auto count = extents ? elementCount(*extents) : std::nullopt;
            if (!count)
                return std::nullopt;
            inputBytes = saturatingAdd(inputBytes, saturatingMultiply(*count, 4));
        }
        std::int64_t most = inputBytes;
        std::int64_t alive = inputBytes;
        std::vector<std::int64_t> freedAfter(lastReader.size() + 1, 0);
        for (std::size_t i = 0; i < lastReader.size(); ++i) {
            const auto &bytes = m_result.layers[i].bytes;
            if (!bytes)
                return std::nullopt;
            alive = saturatingAdd(alive, *bytes);
            std::int64_t &freed = freedAfter[static_cast<std::size_t>(lastReader[i])];
            freed = saturatingAdd(freed, *bytes);
            most = std::max(most, alive);
            alive -= freedAfter[i];
        }
        return most;
    }

    const Model &m_model;
    std::span<const Shape> m_inputs;
    ModelShapes m_result;
};

} // namespace

bool ModelShapes::hasErrors() const
{
    return std::any_of(layers.begin(), layers.end(),
                       [](const LayerShapes &layer) { return layer.error.has_value(); });
}

ModelShapes inferShapes(const Model &model, std::span<const Shape> inputs)
{
    return Inference(model, inputs).run();
}

std::vector<Shape> inputShapes(const Model &model)
{
    std::vector<Shape> shapes;
    for (const ModelInput &input : model.inputs)
        shapes.push_back(input.shape);
    if (shapes.empty())
        shapes.emplace_back();
    return shapes;
}

} // namespace convscope
