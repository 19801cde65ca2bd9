// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/upsample.h"

#include <vector>

namespace convscope {

/// One output cell of one axis: the weighted cells first … first + weights − 1 of the input.
struct AxisTaps
{
    std::int64_t first = 0;
    std::vector<double> weights;
};

/// All n · factor output cells of an axis. Nearest has one weight of 1 each.
[[nodiscard]] std::vector<AxisTaps> axisTaps(Interpolation interpolation, std::int64_t n,
                                             std::int64_t factor);

} // namespace convscope
