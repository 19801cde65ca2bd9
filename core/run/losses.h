// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/executor.h"

#include <string>
#include <vector>

namespace convscope {

/// What the regularizers of one layer add to the loss.
struct LayerLoss
{
    std::string layer;
    double value = 0;
};

/// Penalties on trainable weights (a shared layer's once) and on outputs, summed per layer; layers
/// without any regularizer are left out. Needs the outputs of a finished run. Errors: E10 where a
/// regularizer does not fit a weight.
[[nodiscard]] Result<std::vector<LayerLoss>> losses(const Model &model, const RunResult &run);

} // namespace convscope
