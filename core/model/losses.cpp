// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/losses.h"

#include "base/check.h"
#include "layers/regularizers.h"
#include "model/weights.h"

namespace convscope {

namespace {

Failure named(Error error, const Layer &layer, const std::string &argument)
{
    error.layer = layer.name();
    error.argument = argument;
    return fail(std::move(error));
}

Result<double> weightPenalty(const Layer &layer, std::span<const WeightSpec> specs,
                             std::span<const Tensor> weights)
{
    double sum = 0;
    for (std::size_t i = 0; i < specs.size() && i < weights.size(); ++i) {
        if (!specs[i].trainable)
            continue;
        const auto one = penalty(specs[i].regularizer, weights[i]);
        if (!one)
            return named(one.error(), layer, weightArgument(specs[i], "regularizer"));
        sum += *one;
    }
    return sum;
}

Result<LayerPenalty> layerPenalty(const Model &model, int index, const LayerShapes &shapes,
                                  std::span<const Tensor> weights, const Tensor &output)
{
    const Layer &layer = model.layer(index);
    const Layer &owner = model.owner(index);
    LayerPenalty result;
    if (output.isNull() || layer.isBypassed())
        return result;
    if (&owner == &layer && layer.isTrainable()) {
        const auto sum = weightPenalty(layer, shapes.weights, weights);
        if (!sum)
            return fail(sum.error());
        result.weights = *sum;
    }
    if (owner.type().activityRegularizer) {
        const auto sum = activityPenalty(owner.type().activityRegularizer(owner.params()), output);
        if (!sum)
            return named(sum.error(), layer, "activity_regularizer");
        result.activity = *sum;
    }
    return result;
}

} // namespace

Result<Penalties> penalties(const Model &model, const ModelShapes &shapes,
                            std::span<const std::vector<Tensor>> weights,
                            std::span<const Tensor> outputs)
{
    const auto count = static_cast<std::size_t>(model.size());
    check(shapes.layers.size() == count && weights.size() == count && outputs.size() == count,
          "one entry per layer");
    Penalties result;
    for (std::size_t i = 0; i < count; ++i) {
        auto layer =
            layerPenalty(model, static_cast<int>(i), shapes.layers[i], weights[i], outputs[i]);
        if (!layer)
            return fail(layer.error());
        result.total += layer->weights + layer->activity;
        result.layers.push_back(*layer);
    }
    return result;
}

} // namespace convscope
