// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

/// Winograd's F(4×4, 3×3) with the points 0, 1, −1, ½, −2 and ∞ (Lavin and Gray 2015; the points
/// after Barabasz et al. 2018): 16 outputs from 36 products where the definition takes 144.
///     y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A
inline constexpr int kWinogradIn = 6;
inline constexpr int kWinogradOut = 4;
inline constexpr int kWinogradPoints = 36;

/// The 6×6 cells of a tile: neighbours in memory, or where some lie outside the input one pointer
/// each.
struct WinogradSource
{
    const float *cells = nullptr;
    std::int64_t rowStride = 0;
    std::int64_t cellStride = 0;
    /// Not null: pixels[6·row + column] point to the channels, or to as many zeros.
    const float *const *pixels = nullptr;
};

/// Distances in floats between the points (row, column) of a transformed tile.
struct WinogradPointStrides
{
    std::int64_t row = 0;
    std::int64_t column = 0;
};

/// Floats that the transforms handle at once where `left` channels or filters are left: 4, 8 or a
/// vector, and never more than a vector.
[[nodiscard]] std::int64_t winogradLanes(std::int64_t left);

/// Whether sums of four tiles fit into this machine's vector registers (32 of them), as the forms
/// for few channels want: with 16, loading the points takes longer than the products saved.
/// conv ic3 in512x512 oc16 k3x3 p=same, one core of an AMD Zen 4 held to AVX2: `winograd_rows` 3.6
/// ms, `direct` 2.7; conv ic16 in256x256 oc32: `winograd_fused` 4.6, `winograd` 3.5.
[[nodiscard]] bool winogradFitsFourTiles();

/// Bᵀ d B of one tile for all channels. Reads and writes whole groups of winogradLanes(channels);
/// what it writes past the channels means nothing. False where a point is not finite, so that the
/// products would carry infinities to cells that do not see them.
[[nodiscard]] bool winogradInput(const WinogradSource &source, std::int64_t channels, float *to,
                                 const WinogradPointStrides &strides);

/// The same for two tiles of 4 channels at most, the second one's points 4 floats after the first
/// one's. False where either has points that are not finite.
[[nodiscard]] bool winogradInputPair(const WinogradSource (&sources)[2], std::int64_t channels,
                                     float *to, const WinogradPointStrides &strides);

/// Where the outputs of a tile go; rows and columns beyond `rows`, `columns` are dropped.
struct WinogradTarget
{
    float *dst = nullptr;
    std::int64_t rowStride = 0;
    std::int64_t cellStride = 0;
    std::int64_t rows = kWinogradOut;
    std::int64_t columns = kWinogradOut;
    const float *bias = nullptr; ///< may be null
    std::int64_t filters = 0;
    bool relu = false;
    bool stream = false; ///< only where every vector is whole and aligned
};

/// Aᵀ m A + bias; point i of the sums lies at from + i·pointStride.
void winogradOutput(const float *from, std::int64_t pointStride, const WinogradTarget &target);

/// G g Gᵀ for `filters` neighbouring filters: tap t of g at taps + t·tapStride. Writes exactly
/// `filters` values per point.
void winogradWeights(const float *taps, std::int64_t tapStride, std::int64_t filters, float *to,
                     const WinogradPointStrides &strides);

} // namespace convscope
