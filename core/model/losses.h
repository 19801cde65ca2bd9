// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <span>
#include <vector>

namespace convscope {

/// What one layer adds to the training loss besides the data's.
struct LayerPenalty
{
    /// Of its trainable weights; 0 at a shared layer's later calls, which do not count twice.
    double weights = 0;
    /// Of its output, divided by the batch.
    double activity = 0;

    bool operator==(const LayerPenalty &) const = default;
};

struct Penalties
{
    std::vector<LayerPenalty> layers;
    double total = 0;
};

/// The penalties of a run: weights and outputs as the run gave them, one entry per layer. A layer
/// whose output is null (illegal, waiting) and a bypassed one add nothing. E10 where a regularizer
/// does not fit its weight.
[[nodiscard]] Result<Penalties> penalties(const Model &model, const ModelShapes &shapes,
                                          std::span<const std::vector<Tensor>> weights,
                                          std::span<const Tensor> outputs);

} // namespace convscope
