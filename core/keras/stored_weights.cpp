// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/stored_weights.h"

#include "base/concat.h"
#include "model/shape_inference.h"

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
        out += concat(out.size() == 1 ? "" : ", ", spec.name, ' ', toString(spec.shape));
    return out + ']';
}

Failure wrongCount(const std::string &layer, const std::string &expected,
                   std::span<const Tensor> received)
{
    return fail(Error{"E17",
                      layer,
                      "weights",
                      {},
                      concat("weights: expected ", expected, ". Received ", received.size(),
                             received.size() == 1 ? " array " : " arrays ", shapesOf(received))});
}

} // namespace

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
    for (const std::string &name : entry.weightOrder) {
        const int at = model.indexOf(name);
        const auto &specs = shapes.layers[static_cast<std::size_t>(at)].weights;
        if (specs.empty())
            continue;
        if (weights.size() - next < specs.size())
            return wrongCount(
                name,
                concat(specs.size(), specs.size() == 1 ? " array " : " arrays ", shapesOf(specs)),
                weights.subspan(next));
        std::vector<Tensor> own;
        for (std::size_t i = 0; i < specs.size(); ++i, ++next) {
            if (weights[next].extents() != specs[i].shape)
                return fail(Error{"E17",
                                  name,
                                  "weights",
                                  {},
                                  concat("weights: array ", i, " (", specs[i].name, ") of ", name,
                                         " must have the shape ", toString(specs[i].shape),
                                         ". Received ", toString(weights[next].extents()))});
            own.push_back(weights[next]);
        }
        auto &layer = model.layers[static_cast<std::size_t>(at)];
        layer = std::make_shared<const Layer>(layer->withWeights(std::move(own)));
    }
    if (next < weights.size()) {
        const std::string layer = model.size() == 1 ? model.layer(0).name() : std::string();
        return wrongCount(layer, concat(next, next == 1 ? " array" : " arrays"), weights);
    }
    return model;
}

} // namespace convscope
