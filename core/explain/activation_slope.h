// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/stage_maker.h"

#include <functional>

namespace convscope {

/// Whether a layer of this arithmetic is linear piece by piece.
[[nodiscard]] bool isPiecewiseLinear(const Arithmetic &arithmetic);

/// The slope for negative numbers that a layer has learned for this place; 1 along shared axes.
[[nodiscard]] double learnedSlope(const Tensor &slopes, const Extents &index);

/// Pushes the slope at one output value back to the numbers before the layer's activation: calls
/// `each` with their indices and slopes, several for functions along an axis.
void activationSlopes(const StageMaker &maker, const LayerOperands &operands, const Extents &index,
                      double slope,
                      const std::function<void(const Extents &index, double slope)> &each);

} // namespace convscope
