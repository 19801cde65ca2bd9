// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/stored_weights.h"

#include "layers/unknown_layer.h"
#include "model/shape_inference.h"
#include "model/wiring.h"

#include <fmt/format.h>

namespace convscope {

namespace {

std::string shapesOf(std::span<const Tensor> weights)
{
    std::string out = "[";
    for (const Tensor &weight : weights)
        out += (out.size() == 1 ? "" : ", ") + toString(weight.extents());
    return out + ']';
}

std::string shapesOf(std::span<const WeightSpec> specs)
{
    std::string out = "[";
    for (const WeightSpec &spec : specs)
        out += fmt::format("{}{} {}", out.size() == 1 ? "" : ", ", spec.name, toString(spec.shape));
    return out + ']';
}

Failure wrongCount(const std::string &layer, Words expected, std::span<const Tensor> received)
{
    return fail(Error{"E17",
                      layer,
                      "weights",
                      {},
                      words("weights: expected {expected}. Received {received}",
                            std::move(expected), arraysOf(received.size(), shapesOf(received)))});
}

Failure wrongShape(const std::string &layer, std::size_t index, const WeightSpec &spec,
                   const Tensor &received)
{
    return fail(
        Error{"E17",
              layer,
              "weights",
              {},
              words("weights: array {index} ({name}) of {layer} must have the shape {shape}. "
                    "Received {received}",
                    index, spec.name, layer, toString(spec.shape), toString(received.extents()))});
}

Words arraysOf(std::span<const WeightSpec> specs)
{
    return convscope::arraysOf(specs.size(), shapesOf(specs));
}

} // namespace

Words arraysOf(std::size_t count, std::string shapes)
{
    return count == 1 ? words("1 array {shapes}", std::move(shapes))
                      : words("{count} arrays {shapes}", count, std::move(shapes));
}

Result<Model> withStoredWeights(const ModelEntry &entry, std::span<const Tensor> weights,
                                std::span<const Shape> inputShapes)
{
    Model model = entry.model;
    const ModelShapes shapes = inferShapes(model, inputShapes);
    for (const LayerShapes &layer : shapes.layers) {
        if (layer.error)
            return fail(*layer.error);
    }
    std::size_t next = 0;
    // Of the entry's model, which stays as it is.
    const Wiring wiring(entry.model);
    for (const std::string &name : entry.weightOrder) {
        const int at = wiring.indexOf(name);
        const auto &specs = shapes.layers[static_cast<std::size_t>(at)].weights;
        if (specs.empty())
            continue;
        if (weights.size() - next < specs.size())
            return wrongCount(name, arraysOf(specs), weights.subspan(next));
        std::vector<Tensor> own;
        for (std::size_t i = 0; i < specs.size(); ++i, ++next) {
            if (weights[next].extents() != specs[i].shape)
                return wrongShape(name, i, specs[i], weights[next]);
            own.push_back(weights[next]);
        }
        auto &layer = model.layers[static_cast<std::size_t>(at)];
        layer = std::make_shared<const Layer>(layer->withWeights(std::move(own)));
    }
    if (next < weights.size()) {
        const std::string layer = model.size() == 1 ? model.layer(0).name() : std::string();
        return wrongCount(layer, next == 1 ? words("1 array") : words("{count} arrays", next),
                          weights);
    }
    return model;
}

Result<void> checkWeights(const std::string &layer, std::span<const WeightSpec> specs,
                          std::span<const Tensor> weights)
{
    if (weights.size() != specs.size())
        return wrongCount(layer, arraysOf(specs), weights);
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (weights[i].extents() != specs[i].shape)
            return wrongShape(layer, i, specs[i], weights[i]);
    }
    return {};
}

Result<void> checkStoredWeights(const Model &model)
{
    const ModelShapes shapes = inferShapes(model, inputShapes(model));
    for (int i = 0; i < model.size(); ++i) {
        const Layer &layer = model.layer(i);
        const LayerShapes &known = shapes.layers[static_cast<std::size_t>(i)];
        if (!known.output || isUnknown(layer) || layer.isBypassed() || !layer.sharedWith().empty())
            continue;
        if (auto fits = checkWeights(layer.name(), known.weights, layer.storedWeights()); !fits)
            return fits;
    }
    return {};
}

} // namespace convscope
