// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/stored_weights_fit.h"

#include "model/shape_inference.h"

#include <algorithm>

namespace convscope {

namespace {

/// Position of the first weight of a layer that has another shape than `specs` say; −1: none, or
/// nothing is known of them.
int firstMisfit(const Layer &layer, std::span<const WeightSpec> specs)
{
    const std::vector<Tensor> &stored = layer.storedWeights();
    const std::size_t count = std::min(stored.size(), specs.size());
    for (std::size_t i = 0; i < count; ++i)
        if (stored[i].extents() != specs[i].shape)
            return static_cast<int>(i);
    return -1;
}

struct Misfit
{
    int layer = -1;
    std::size_t weight = 0;
    WeightSpec needed;
};

Misfit findMisfit(const Model &model, std::span<const Shape> stated, std::span<const Shape> given)
{
    const auto hasWeights = [](const auto &layer) { return !layer->storedWeights().empty(); };
    if (std::ranges::none_of(model.layers, hasWeights))
        return {};
    const ModelShapes before = inferShapes(model, stated);
    const ModelShapes after = inferShapes(model, given);
    for (int i = 0; i < model.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const Layer &layer = model.layer(i);
        const int misfit = firstMisfit(layer, after.layers[at].weights);
        if (misfit < 0 || firstMisfit(layer, before.layers[at].weights) >= 0)
            continue;
        const auto weight = static_cast<std::size_t>(misfit);
        return {i, weight, after.layers[at].weights[weight]};
    }
    return {};
}

} // namespace

std::string weightsThatWouldBeLost(const Model &model, std::span<const Shape> stated,
                                   std::span<const Shape> given)
{
    const Misfit misfit = findMisfit(model, stated, given);
    return misfit.layer < 0 ? std::string() : model.layer(misfit.layer).name();
}

Result<void> storedWeightsFit(const Model &model, std::span<const Shape> stated,
                              std::span<const Shape> given)
{
    const Misfit misfit = findMisfit(model, stated, given);
    if (misfit.layer < 0)
        return {};
    const Layer &layer = model.layer(misfit.layer);
    const auto inputs = [](std::span<const Shape> shapes) {
        std::string text;
        for (const Shape &shape : shapes)
            text += (text.empty() ? "" : ", ") + shape.toString();
        return text;
    };
    return fail(
        Error("E17", layer.name(), "weights", {},
              words("weights: the stored {weight} of {layer} has the shape {stored}, for an "
                    "input of {expected}. An input of {given} would need {needed}; stored "
                    "weights are not replaced unasked",
                    misfit.needed.name, layer.name(),
                    toString(layer.storedWeights()[misfit.weight].extents()), inputs(stated),
                    inputs(given), toString(misfit.needed.shape))));
}

} // namespace convscope
