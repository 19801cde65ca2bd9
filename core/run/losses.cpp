// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/losses.h"

#include "layers/regularizers.h"
#include "model/weights.h"

#include <optional>
#include <span>

namespace convscope {

namespace {

Failure named(Error error, const Layer &layer, const std::string &argument)
{
    error.layer = layer.name();
    error.argument = argument;
    return fail(std::move(error));
}

/// Nothing where no trainable weight has a regularizer.
Result<std::optional<double>> weightPenalty(const Layer &layer, std::span<const WeightSpec> specs,
                                            std::span<const Tensor> weights)
{
    std::optional<double> sum;
    for (std::size_t i = 0; i < specs.size() && i < weights.size(); ++i) {
        if (specs[i].regularizer.isNone() || !specs[i].trainable)
            continue;
        const auto one = penalty(specs[i].regularizer, weights[i]);
        if (!one)
            return named(one.error(), layer, weightArgument(specs[i], "regularizer"));
        sum = sum.value_or(0) + *one;
    }
    return sum;
}

/// Nothing where the class or its arguments have no penalty on the output.
Result<std::optional<double>> outputPenalty(const Layer &layer, const Layer &owner,
                                            const Tensor &output)
{
    if (!owner.type().activityRegularizer)
        return std::optional<double>{};
    const ObjectValue regularizer = owner.type().activityRegularizer(owner.params());
    if (regularizer.isNone())
        return std::optional<double>{};
    const auto sum = activityPenalty(regularizer, output);
    if (!sum)
        return named(sum.error(), layer, "activity_regularizer");
    return std::optional(*sum);
}

Result<std::optional<LayerLoss>> layerLoss(const Model &model, const RunResult &run, int index)
{
    const auto i = static_cast<std::size_t>(index);
    const Layer &layer = model.layer(index);
    const Layer &owner = model.owner(index);
    const LayerResult &result = run.layers[i];
    if (layer.isBypassed() || result.output.isNull())
        return std::optional<LayerLoss>{};
    std::optional<double> weights;
    if (&owner == &layer && layer.isTrainable()) {
        const auto sum = weightPenalty(layer, run.shapes.layers[i].weights, result.weights);
        if (!sum)
            return fail(sum.error());
        weights = *sum;
    }
    const auto activity = outputPenalty(layer, owner, result.output);
    if (!activity)
        return fail(activity.error());
    if (!weights && !*activity)
        return std::optional<LayerLoss>{};
    return std::optional(LayerLoss{layer.name(), weights.value_or(0), activity->value_or(0)});
}

} // namespace

Result<Losses> losses(const Model &model, const RunResult &run)
{
    Losses all;
    for (int i = 0; i < static_cast<int>(run.layers.size()); ++i) {
        auto loss = layerLoss(model, run, i);
        if (!loss)
            return fail(loss.error());
        if (!*loss)
            continue;
        all.total += (*loss)->value();
        all.layers.push_back(std::move(**loss));
    }
    return all;
}

} // namespace convscope
