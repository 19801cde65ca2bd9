// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// A weight that its constraint changed.
struct ConstrainedWeight
{
    int layer = 0;
    int index = 0;    ///< among the layer's weights
    std::string name; ///< "kernel"
    /// Indices along the last two axes (0 and the index for a bias) of the kernels that moved.
    /// Keras' ε moves every kernel by a hair; that alone does not count.
    std::vector<IntPair> kernels;

    bool operator==(const ConstrainedWeight &) const = default;
};

struct ConstrainedModel
{
    /// Stores the new weights at every layer that has a constraint.
    Model model;
    std::vector<ConstrainedWeight> changes;
};

/// Applies every layer's constraints once to the weights it runs with (one list per layer, as a run
/// gave them), as Keras does after a training step; frozen layers stay. E10 where a constraint does
/// not fit its weight, "memory".
[[nodiscard]] Result<ConstrainedModel>
constrainWeights(const Model &model, const ModelShapes &shapes,
                 std::span<const std::vector<Tensor>> weights);

} // namespace convscope
