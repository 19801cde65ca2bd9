// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

#include <functional>
#include <vector>

namespace convscope {

/// The smallest inputs found for which `fails` is still true: axes are cut to their first or second
/// half and shortened by one while that keeps it failing, of all inputs together that are equally
/// long there, then of each alone; then values are set to 0 or 1 in blocks and one by one.
/// `channelAxes`: of each input the axis that stays; ranks and the number of inputs stay too. Asks
/// at most `attempts` times.
[[nodiscard]] std::vector<Tensor>
smallestFailing(const std::vector<Tensor> &inputs, const std::vector<std::size_t> &channelAxes,
                const std::function<bool(const std::vector<Tensor> &)> &fails, int attempts = 400);

} // namespace convscope
