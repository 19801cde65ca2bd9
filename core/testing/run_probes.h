// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/executor.h"
#include "testing/layer_probe.h"

#include <span>
#include <vector>

namespace convscope {

/// A layer of a run with what it read and its weights.
struct RunProbe
{
    int index = 0;
    LayerProbe probe;
};

/// Every layer that ran, in order; bypassed ones, and those whose input is empty, are left out.
[[nodiscard]] std::vector<RunProbe> probesOf(const Model &model, std::span<const Tensor> inputs,
                                             const RunResult &run);

} // namespace convscope
