// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

// One pass over contiguous values in vector instructions of whatever the machine has;
// single-threaded.

struct Sweep
{
    float minimum = 0;
    float maximum = 0;
    double sum = 0;
    double squares = 0;
    std::int64_t nonfinite = 0;
    std::int64_t zeros = 0;
};

/// Of the finite values; minimum is +∞ and maximum −∞ where there are none.
[[nodiscard]] Sweep sweepMoments(const float *values, std::int64_t count);

/// Adds to bins[0…255] how many values lie in each of 256 equal parts from `low`, clamped;
/// bins[256] counts those that are not finite.
void sweepBins(const float *values, std::int64_t count, float low, float binsPerUnit,
               std::uint32_t *bins);

/// out[i] = colours[clamp((values[i] − low) · levelsPerUnit, 0, 255)], the first colour for
/// not-a-number. Returns whether all values are finite.
bool sweepColours(const float *values, std::int64_t count, float low, float levelsPerUnit,
                  const std::uint32_t *colours, std::uint32_t *out);

} // namespace convscope
