// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace convscope {

/// How strongly a kernel passes every frequency, as its magnitude in decibels (20 · log10 |H|):
/// `size` × `size` values over vertical and horizontal frequency from −½ to ½ waves per cell, 0 in
/// the middle (position size/2). A kernel of one row gives one row of `size` values. Nothing passes
/// below kLowestDecibels. The kernel is rows × columns in C order; costs size² · (rows + columns).
[[nodiscard]] std::vector<float> frequencyResponse(std::span<const float> kernel, std::int64_t rows,
                                                   std::int64_t columns, std::int64_t size);

inline constexpr float kLowestDecibels = -120;

} // namespace convscope
