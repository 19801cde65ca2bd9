// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/comparison.h"
#include "testing/layer_probe.h"

#include <optional>

namespace convscope {

/// The sentence about a bias that `expected` has and this layer has not: its stored one is 0, its
/// array is missing, or use_bias is False. Proved by one number per output channel with which every
/// value matches; nullopt where there is none, where a channel has a single value (any number
/// would do), and for activations other than linear and relu.
[[nodiscard]] std::optional<Words> lostBias(const LayerProbe &probe, const Tensor &expected,
                                            const Tolerance &tolerance);

} // namespace convscope
