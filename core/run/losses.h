// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/executor.h"

#include <string>
#include <vector>

namespace convscope {

/// What the regularizers of one layer add to the training loss besides the data's.
struct LayerLoss
{
    std::string layer;
    /// Of its trainable weights; 0 at a shared layer's later calls, which do not count twice.
    double weights = 0;
    /// Of its output, divided by the batch.
    double activity = 0;

    [[nodiscard]] double value() const { return weights + activity; }
    bool operator==(const LayerLoss &) const = default;
};

struct Losses
{
    /// In the model's order; layers without any regularizer are left out.
    std::vector<LayerLoss> layers;
    double total = 0;
};

/// Penalties on the weights and outputs of a finished run. A layer whose output is null (illegal,
/// waiting, failed) and a bypassed one add nothing. E10 where a regularizer does not fit its
/// weight.
[[nodiscard]] Result<Losses> losses(const Model &model, const RunResult &run);

} // namespace convscope
