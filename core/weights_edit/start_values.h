// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace convscope {

/// Whether the values that an initializer gives depend on a seed (those of zeros do not).
[[nodiscard]] bool isSeeded(const ObjectValue &initializer);
/// The seed of its own that an initializer has; nothing: it takes the model's.
[[nodiscard]] std::optional<std::int64_t> ownSeed(const ObjectValue &initializer);

/// What a weight of a layer starts with where its initializer has this seed, whatever is stored.
/// Errors: those of effectiveWeights().
[[nodiscard]] Result<Tensor> startValues(const Layer &owner, const WeightSpec &spec,
                                         std::int64_t seed, const std::stop_token &stop = {});

/// A weight after its constraint.
struct ConstrainedValues
{
    Tensor values;
    /// Kernels of which a value has moved by more than a hair: (channel, filter).
    std::vector<IntPair> changed;
};

/// See constrain() of constraints.h: its errors, with the layer and the argument.
[[nodiscard]] Result<ConstrainedValues>
constrainedValues(const Layer &owner, const WeightSpec &spec, const Tensor &weight);

} // namespace convscope
