// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

#include <functional>

namespace convscope {

/// The smallest input found for which `fails` is still true: axes are cut to their first or second
/// half and shortened by one while that keeps it failing, then values are set to 0 or 1 in blocks
/// and one by one. The channel axis and the rank stay. Asks at most `attempts` times.
[[nodiscard]] Tensor smallestFailing(const Tensor &input, std::size_t channelAxis,
                                     const std::function<bool(const Tensor &)> &fails,
                                     int attempts = 400);

} // namespace convscope
