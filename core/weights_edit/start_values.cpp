// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_edit/start_values.h"

#include "layers/constraints.h"
#include "layers/initializers.h"
#include "model/weights.h"
#include "weights_edit/weight_layout.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace convscope {

namespace {

/// Keras' ε moves every kernel by a hair; that alone is no change.
constexpr float kNoticeable = 1e-4F;

std::vector<IntPair> changedKernels(const WeightLayout &layout, const Tensor &before,
                                    const Tensor &after)
{
    const std::int64_t count = layout.channels() * layout.filters();
    const bool filterIsLast = layout.offset({.filter = 1}) == 1;
    std::vector<float> largest(static_cast<std::size_t>(count), 0.0F);
    std::vector<float> moved(static_cast<std::size_t>(count), 0.0F);
    for (std::int64_t i = 0; i < before.size(); ++i) {
        const auto kernel = static_cast<std::size_t>(i % count);
        largest[kernel] = std::max(largest[kernel], std::abs(before.data()[i]));
        moved[kernel] = std::max(moved[kernel], std::abs(after.data()[i] - before.data()[i]));
    }
    std::vector<IntPair> changed;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto kernel = static_cast<std::size_t>(i);
        if (!(moved[kernel] > kNoticeable * largest[kernel]))
            continue;
        if (filterIsLast)
            changed.push_back({i / layout.filters(), i % layout.filters()});
        else
            changed.push_back({i % layout.channels(), i / layout.channels()});
    }
    return changed;
}

} // namespace

bool isSeeded(const ObjectValue &initializer)
{
    const ObjectType *type = initializers().find(initializer.className);
    return type != nullptr && std::any_of(type->fields.begin(), type->fields.end(),
                                          [](const auto &field) { return field.name == "seed"; });
}

std::optional<std::int64_t> ownSeed(const ObjectValue &initializer)
{
    const Value *seed = find(initializer, "seed");
    const auto *number = seed != nullptr ? std::get_if<std::int64_t>(seed) : nullptr;
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

Result<Tensor> startValues(const Layer &owner, const WeightSpec &spec, std::int64_t seed,
                           const std::stop_token &stop)
{
    WeightSpec seeded = spec;
    if (isSeeded(spec.initializer)) {
        auto &fields = seeded.initializer.fields;
        std::erase_if(fields, [](const ObjectField &field) { return field.name == "seed"; });
        fields.push_back({"seed", seed});
    }
    auto weights = effectiveWeights(owner.withWeights({}), std::span(&seeded, 1), 0, stop);
    if (!weights)
        return fail(weights.error());
    return std::move(weights->front());
}

Result<ConstrainedValues> constrainedValues(const Layer &owner, const WeightSpec &spec,
                                            const Tensor &weight)
{
    auto values = constrain(spec.constraint, weight);
    if (!values) {
        Error error = values.error();
        error.layer = owner.name();
        error.argument = weightArgument(spec, "constraint");
        return fail(std::move(error));
    }
    const WeightLayout layout(spec, owner.type().group);
    auto changed = changedKernels(layout, weight, *values);
    return ConstrainedValues{std::move(*values), std::move(changed)};
}

} // namespace convscope
