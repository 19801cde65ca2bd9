// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

/// A strip of neighbouring output pixels of one row of a per-channel convolution, channels_last:
///     dst[x][c] = bias[c] + Σ_r Σ_t rows[r][x·pixelStride + t·tapStride + c] ·
///     weights[r][t·channels + c]
/// over the taps firstTap ≤ t < lastTap, summed in this order, one fused multiply–add each.
struct DepthwiseStrip
{
    const float *const *rows = nullptr;
    const float *const *weights = nullptr;
    std::int64_t rowCount = 0;
    std::int64_t firstTap = 0;
    std::int64_t lastTap = 0;
    std::int64_t tapStride = 0;
    std::int64_t pixelStride = 0;
    std::int64_t pixels = 0;
    std::int64_t channels = 0;
    const float *bias = nullptr; ///< [channels], may be null
    float *dst = nullptr;
    std::int64_t dstStride = 0;
    bool relu = false;
};

void depthwiseStrip(const DepthwiseStrip &strip);

} // namespace convscope
