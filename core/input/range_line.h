// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/picture_range.h"

#include <cstdint>
#include <vector>

namespace convscope {

/// A step of a range's arithmetic: "÷ 255".
struct RangeStep
{
    char sign = 0; ///< '/', '*', '-', '+'
    double operand = 0;
};

/// What a range (never Auto) does to a stored value of channel `channel` (red, green, blue), in
/// order; `white` is the stored number that stands for 1. Empty where values stay as they are.
[[nodiscard]] std::vector<RangeStep> rangeLine(PictureRange range, std::int64_t channel,
                                               double white);

} // namespace convscope
