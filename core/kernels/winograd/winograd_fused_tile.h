// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/winograd/winograd_tile.h"

namespace convscope {

/// Some tiles and one group of filters, whose sums stay in registers until Aᵀ m A is begun:
/// F(4×4, 3×3) without a pass over memory between products and output transform.
struct WinogradChunk
{
    /// Transformed cells, [column][row][tile][channelStride].
    const float *input = nullptr;
    std::int64_t tiles = 0;
    std::int64_t channels = 0;
    std::int64_t channelStride = 0;
    /// Transformed filters, [column][channel][row][lanes].
    const float *weights = nullptr;
    std::int64_t lanes = 0; ///< winogradLanes() of the filters left
    /// Scratch, [tile][column][4][lanes].
    float *sums = nullptr;
    /// [tiles]; those without rows are left out.
    const WinogradTarget *targets = nullptr;
};

void winogradChunk(const WinogradChunk &chunk);

} // namespace convscope
