// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>

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

/// sums[i] += share · values[i]: the product is rounded before it is added.
void addScaled(const float *values, std::int64_t count, float share, float *sums);

/// One row of `channels` together, summed over the columns first … last of a row: out[c] = Σ share
/// · sums[x · channels + c], the ends with their own shares.
void sumColumns(const float *sums, std::int64_t channels, std::int64_t first, std::int64_t last,
                float firstShare, float lastShare, float *out);

} // namespace convscope
