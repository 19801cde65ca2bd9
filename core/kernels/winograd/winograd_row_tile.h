// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

/// Winograd's F(4, 3), F(3, 4) and F(2, 5) along rows only, on the six points of winograd_tile.h:
/// some neighbouring results from six products per channel and kernel row where the definition
/// takes twelve, twelve and ten.
inline constexpr int kRowPoints = 6;
/// Results of a tile for a kernel of 3 to 5 columns.
[[nodiscard]] constexpr std::int64_t rowOut(std::int64_t taps)
{
    return kRowPoints + 1 - taps;
}
/// Tiles that are computed at a time, at most.
inline constexpr int kRowTiles = 4;

/// Tiles of one input row, six cells each.
struct WinogradRowInput
{
    const float *cells = nullptr; ///< first cell of the first tile
    std::int64_t cellStride = 0;
    std::int64_t tileStride = 0;
    std::int64_t tiles = 0;
    std::int64_t channels = 0;
    /// [point][tile][channelStride]; what is written past the channels means nothing.
    float *to = nullptr;
    std::int64_t channelStride = 0; ///< 4 or 8, the channels or more
    std::int64_t pointStride = 0;
    std::int64_t ahead = 0; ///< floats from `cells` to those soon to be read, 0: none
};

/// Bᵀ d of all tiles. False where a point is not finite.
[[nodiscard]] bool winogradRowInput(const WinogradRowInput &input);

/// G g for `filters` neighbouring filters: the `taps` taps are tapStride apart; point i goes to to
/// + i·pointStride. Writes exactly `filters` values per point.
void winogradRowWeights(const float *kernel, std::int64_t taps, std::int64_t tapStride,
                        std::int64_t filters, float *to, std::int64_t pointStride);

/// Tiles of one output row.
struct WinogradRowStrip
{
    /// Transformed input rows at the strip's first tile, and the kernel row that each one meets.
    const float *const *rows = nullptr;
    const std::int64_t *kernelRows = nullptr;
    std::int64_t rowCount = 0;
    std::int64_t channels = 0;
    std::int64_t channelStride = 0; ///< as above
    std::int64_t pointStride = 0;   ///< with room for kRowTiles − 1 more than `tiles`
    std::int64_t tiles = 0;
    /// [group of winogradLanes() filters][kernel row][channel][point][filter of the group]
    const float *weights = nullptr;
    std::int64_t kernelRowCount = 0;
    const float *bias = nullptr; ///< [filters], may be null
    std::int64_t filters = 0;
    float *dst = nullptr;
    std::int64_t cellStride = 0;
    std::int64_t tileStride = 0;
    std::int64_t out = 4;       ///< results of a tile, rowOut()
    std::int64_t lastCells = 4; ///< of the last tile
    bool relu = false;
    bool stream = false; ///< only where every vector is whole and aligned
};

/// The sum runs over the rows, then the channels, in this order.
void winogradRowStrip(const WinogradRowStrip &strip);

} // namespace convscope
