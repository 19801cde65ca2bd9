// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/shape_inference.h"

#include "base/saturating.h"
#include "layers/unknown_layer.h"
#include "model/output_format.h"
#include "model/wiring.h"

#include <algorithm>

namespace convscope {

namespace {

class Inference
{
public:
    Inference(const Model &model, std::span<const Shape> inputs)
        : m_model(model), m_inputs(inputs), m_wiring(model)
    {
        const DataFormat format = inputFormat(model);
        for (const Shape &input : inputs)
            m_inputTracks.push_back(input.isKnown() ||
                                            (input.rank() > 0 && input.withBatch(1).isKnown())
                                        ? std::optional(inputTracks(input, format))
                                        : std::nullopt);
    }

    ModelShapes run()
    {
        m_result.layers.reserve(m_model.layers.size());
        for (int i = 0; i < m_model.size(); ++i) {
            m_tracks.emplace_back();
            m_result.layers.push_back(infer(i));
        }
        addUp();
        return std::move(m_result);
    }

private:
    LayerShapes infer(int index)
    {
        const Layer &layer = m_model.layer(index);
        const Layer &owner = m_wiring.owner(index);
        LayerShapes shapes;
        shapes.isUnknown = isUnknown(layer) && unknownLayer(layer).fed.isNull();
        std::vector<const std::optional<FieldTracks> *> before;
        for (const Source &source : m_wiring.sources(index)) {
            if (source.kind == Source::Kind::Layer) {
                const LayerShapes &read = m_result.layers[static_cast<std::size_t>(source.index)];
                if (!read.output) {
                    shapes.waitsFor =
                        read.waitsFor.empty() ? m_model.layer(source.index).name() : read.waitsFor;
                    return shapes;
                }
                shapes.inputs.push_back(*read.output);
                before.push_back(&m_tracks[static_cast<std::size_t>(source.index)]);
            } else if (source.kind == Source::Kind::Input &&
                       source.index < static_cast<int>(m_inputs.size())) {
                shapes.inputs.push_back(m_inputs[static_cast<std::size_t>(source.index)]);
                before.push_back(&m_inputTracks[static_cast<std::size_t>(source.index)]);
            } else {
                shapes.error = Error{
                    "E11",
                    layer.name(),
                    "input",
                    {},
                    words("{layer} reads something that does not exist or does not come before it",
                          layer.name())};
                return shapes;
            }
        }
        if (layer.isBypassed()) {
            shapes.output = shapes.inputs.front();
            shapes.macs = 0;
            trackField(layer, shapes, std::span(before).first(1));
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
        addCost(owner, shapes);
        trackField(owner, shapes, before);
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

    static void addCost(const Layer &layer, LayerShapes &shapes)
    {
        const bool known =
            shapes.output->isKnown() && std::all_of(shapes.inputs.begin(), shapes.inputs.end(),
                                                    [](const Shape &s) { return s.isKnown(); });
        if (known)
            shapes.macs = layer.type().macs
                              ? layer.type().macs(layer.params(), shapes.inputs, *shapes.output)
                              : 0;
    }

    /// The receptive field, where all sizes but the batch are known.
    void trackField(const Layer &layer, LayerShapes &shapes,
                    std::span<const std::optional<FieldTracks> *const> before)
    {
        const Shape output = shapes.output->withBatch(1);
        std::vector<Shape> inputs;
        for (const Shape &input : shapes.inputs)
            inputs.push_back(input.withBatch(1));
        if (!output.isKnown() ||
            !std::all_of(inputs.begin(), inputs.end(), [](const Shape &s) { return s.isKnown(); }))
            return;
        std::optional<FieldTracks> tracks;
        for (std::size_t which = 0; which < before.size(); ++which) {
            if (!*before[which])
                return;
            const Sight sight = sightOf(layer, inputs, output, which);
            const auto one =
                tracksThrough(**before[which], sight, *inputs[which].extents(), *output.extents());
            tracks = one && tracks ? unitedTracks(*tracks, *one, *output.extents()) : one;
            if (!tracks)
                return;
        }
        shapes.field = fieldOf(*tracks);
        m_tracks.back() = std::move(tracks);
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
            for (const Source &source : m_wiring.sources(i)) {
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
    std::vector<std::optional<FieldTracks>> m_inputTracks;
    std::vector<std::optional<FieldTracks>> m_tracks;
    Wiring m_wiring;
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
