// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/winograd/winograd_grid.h"

#include <functional>
#include <string_view>

namespace convscope {

/// The weights of a grid transformed by `fill`, [points, depth·ic, oc rounded up to whole vectors]
/// in an order of its own; kept under all they depend on and the name of that order. `fill` gets
/// the kernel of grid.conv, [depth, 3, 3, ic, oc]: the operands' own one, or for a transposed
/// convolution its taps by phase with zeros between. Fails with "memory", or with "cancelled" where
/// `fill` returns false.
[[nodiscard]] Result<Tensor>
winogradWeightsOf(const ConvArgs &args, const WinogradGrid &grid, std::string_view order,
                  const std::function<bool(const Tensor &kernel, float *to)> &fill);

} // namespace convscope
