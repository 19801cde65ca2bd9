// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

/// Output pixels of one row of a per-channel convolution, channels_last:
///     dst[x][c] = bias[c] + Σ_r Σ_t rows[r][(x·step + t·dilation)·channels + c] ·
///     weights[r][t·channels + c]
/// over the cells firstCell ≤ x·step + t·dilation < lastCell, summed in this order, one fused
/// multiply–add each. Cells outside count as zeros.
struct DepthwiseStrip
{
    const float *const *rows = nullptr;
    const float *const *weights = nullptr;
    std::int64_t rowCount = 0;
    std::int64_t taps = 0;
    std::int64_t dilation = 1;
    std::int64_t step = 1;
    std::int64_t firstCell = 0;
    std::int64_t lastCell = 0;
    std::int64_t pixels = 0;
    std::int64_t channels = 0;
    const float *bias = nullptr; ///< [channels], may be null
    float *dst = nullptr;
    std::int64_t dstStride = 0;
    bool relu = false;
};

void depthwiseStrip(const DepthwiseStrip &strip);

} // namespace convscope
