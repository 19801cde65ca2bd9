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

/// Rows of results that one 3×3 block computes at most.
inline constexpr int kBlockRows = 2;

/// The same for 3×3 taps without dilation and one or two output rows at a time, so that what two
/// rows share is loaded once. At most one cell is missing on each side of a row.
struct DepthwiseBlock
{
    /// The (outRows − 1)·step + 3 input rows in order, at channel 0; null where there is none.
    const float *rows[(kBlockRows - 1) * 2 + 3] = {};
    std::int64_t srcStride = 0; ///< floats between two cells of them
    int outRows = 1;
    std::int64_t step = 1;          ///< 1 or 2, along rows and columns
    const float *weights = nullptr; ///< [channels ÷ vectorFloats()][9][vectorFloats()]
    std::int64_t firstCell = 0;
    std::int64_t lastCell = 0;
    std::int64_t pixels = 0;
    std::int64_t firstChannel = 0; ///< starts a vector
    std::int64_t lastChannel = 0;  ///< past the end
    const float *bias = nullptr;
    float *dst[kBlockRows] = {}; ///< at channel 0
    std::int64_t dstStride = 0;
    bool relu = false;
};

void depthwiseBlock(const DepthwiseBlock &block);

} // namespace convscope
