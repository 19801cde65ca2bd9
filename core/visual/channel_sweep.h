// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>

namespace convscope {

// Passes over values whose channels lie together, in vector instructions of whatever the machine
// has; single-threaded. One channel is an ordinary contiguous row.

/// What one channel's values say.
struct ChannelSweep
{
    float minimum = std::numeric_limits<float>::infinity();
    float maximum = -std::numeric_limits<float>::infinity();
    double sum = 0;
    double squares = 0;
    std::int64_t nonfinite = 0;
    std::int64_t zeros = 0;
    /// Finite values equal to the maximum.
    std::int64_t atMaximum = 0;
    /// Of the bits and where they stand: equal values in equal places give equal hashes.
    std::uint32_t hash = 0;

    /// Takes in what another part of the same channel says.
    void join(const ChannelSweep &other);
};

/// Pixels per piece must be a multiple of this wherever another piece follows.
inline constexpr std::int64_t kSweepPixels = 64;

/// Adds `pixels` × `channels` values to sweeps[0 … channels − 1]. `firstPixel`: how many pixels of
/// the channels lie before this piece, a multiple of kSweepPixels.
void sweepChannels(const float *values, std::int64_t firstPixel, std::int64_t pixels,
                   std::int64_t channels, ChannelSweep *sweeps);

/// out[i] = Σ shares[r] · rows[r][i] for i in [0, count), in the order of the rows; every product
/// is rounded before it is added.
void sumRows(std::span<const float *const> rows, std::span<const float> shares, std::int64_t count,
             float *out);

/// The columns first … last of a row: the ends count by their shares, those between once.
struct ColumnCover
{
    std::int64_t first = 0;
    std::int64_t last = 0;
    float firstShare = 1;
    float lastShare = 1;
    float area = 1;
};

/// out[c] = (Σ share · sums[x · channels + c] over the columns x of `cover`) ÷ area, for all
/// `channels` that lie together.
void meanOfColumns(const float *sums, std::int64_t channels, const ColumnCover &cover, float *out);

} // namespace convscope
