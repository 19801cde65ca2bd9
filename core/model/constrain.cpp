// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/constrain.h"

#include "base/check.h"
#include "layers/constraints.h"
#include "model/edit.h"
#include "model/weights.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// A kernel counts as changed where a value moves by more than this share of its largest one.
constexpr float kNoticeable = 1e-4F;

/// Slices over all axes but the last two.
std::vector<IntPair> changedKernels(const Tensor &before, const Tensor &after)
{
    const std::int64_t columns = before.rank() > 0 ? before.extent(-1) : 1;
    const std::int64_t rows = before.rank() > 1 ? before.extent(-2) : 1;
    const auto count = static_cast<std::size_t>(rows * columns);
    std::vector<float> largest(count, 0);
    std::vector<float> moved(count, 0);
    for (std::size_t i = 0; i < before.values().size(); ++i) {
        const float old = before.values()[i];
        largest[i % count] = std::max(largest[i % count], std::abs(old));
        moved[i % count] = std::max(moved[i % count], std::abs(after.values()[i] - old));
    }
    std::vector<IntPair> kernels;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            const auto i = static_cast<std::size_t>(row * columns + column);
            if (moved[i] > kNoticeable * largest[i])
                kernels.push_back({row, column});
        }
    }
    return kernels;
}

} // namespace

Result<ConstrainedModel> constrainWeights(const Model &model, const ModelShapes &shapes,
                                          std::span<const std::vector<Tensor>> weights)
{
    const auto count = static_cast<std::size_t>(model.size());
    check(shapes.layers.size() == count && weights.size() == count, "one entry per layer");
    ConstrainedModel result{model, {}};
    for (std::size_t i = 0; i < count; ++i) {
        const int index = static_cast<int>(i);
        const Layer &layer = model.layer(index);
        const std::vector<WeightSpec> &specs = shapes.layers[i].weights;
        if (&model.owner(index) != &layer || !layer.isTrainable() ||
            specs.size() != weights[i].size())
            continue;
        std::vector<Tensor> changed = weights[i];
        bool constrained = false;
        for (std::size_t w = 0; w < specs.size(); ++w) {
            if (specs[w].constraint.isNone() || !specs[w].trainable)
                continue;
            auto weight = constrain(specs[w].constraint, weights[i][w]);
            if (!weight) {
                Error error = weight.error();
                error.layer = layer.name();
                error.argument = weightArgument(specs[w], "constraint");
                return fail(std::move(error));
            }
            constrained = true;
            changed[w] = std::move(*weight);
            auto kernels = changedKernels(weights[i][w], changed[w]);
            if (!kernels.empty())
                result.changes.push_back(
                    {index, static_cast<int>(w), specs[w].name, std::move(kernels)});
        }
        if (constrained)
            result.model = replaceLayer(result.model, index, layer.withWeights(std::move(changed)));
    }
    return result;
}

} // namespace convscope
