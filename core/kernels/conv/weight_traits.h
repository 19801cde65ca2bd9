// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"

namespace convscope {

/// Why sums over transformed weights would not do, null where they do: a value that is not finite
/// would reach results of other taps; small multiples of 1/64, as people write them (an edge
/// filter, an identity, a sum), have exact sums, whose zeros shall stay zeros. One pass over the
/// values, remembered for the latest kernels. Thread-safe.
[[nodiscard]] WhyNot transformedWeightsDecline(const Tensor &kernel);

} // namespace convscope
