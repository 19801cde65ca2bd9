// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

/// A strip of neighbouring output pixels of one row, all operands channels_last:
///     dst[x][f] = bias[f] + Σ_r Σ_i rows[r][x·pixelStride + i] · weight(r, i, f)
/// The sum runs over r, then i, in this order, one fused multiply–add each.
struct DirectStrip
{
    /// Source of each row at the strip's first pixel.
    const float *const *rows = nullptr;
    /// First weight row of each source row: a multiple of one row of packed weights.
    const std::int64_t *weightRows = nullptr;
    std::int64_t rowCount = 0;
    std::int64_t run = 0;         ///< neighbouring floats of a row that one pixel takes
    std::int64_t pixelStride = 0; ///< floats between two pixels' sources
    std::int64_t pixels = 0;
    /// Weights of neighbouring filters in blocks of half a vector, one, two or more, the last one
    /// rounded up with zeros: [block][depth][width of the block]. Filter f begins at f ·
    /// depth.
    const float *packed = nullptr;
    std::int64_t depth = 0;      ///< weight rows of a block
    const float *bias = nullptr; ///< [filters], may be null
    std::int64_t filters = 0;
    float *dst = nullptr;
    std::int64_t dstStride = 0; ///< floats between two pixels' results
    bool relu = false;
    /// Past the caches: results too large for them. Only where every vector is whole and aligned.
    bool stream = false;
};

void directStrip(const DirectStrip &strip);

/// Pixels of the widest tile on this machine.
[[nodiscard]] std::int64_t directPixels();
/// Filters of the largest block on this machine.
[[nodiscard]] std::int64_t directBlock();
/// Filters of the block that begins where `left` are left.
[[nodiscard]] std::int64_t directBlockWidth(std::int64_t left);

} // namespace convscope
