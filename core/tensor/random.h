// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/fingerprint.h"

#include <array>
#include <cstdint>

namespace convscope {

// Random numbers by counter: each depends on a key and its own position alone, so the bits are the
// same on every machine, compiler and number of threads. Only + − · ÷ and √ are used, no library
// functions.

/// Philox4x32-10 (J. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key);

/// A stream of random numbers addressed by (row, column).
class RandomField
{
public:
    explicit RandomField(const Fingerprint &key);

    /// Uniform in the open interval (0, 1), a multiple of 2⁻⁵³.
    [[nodiscard]] double uniform(std::uint64_t row, std::uint32_t column) const
    {
        return pair(row, column / 2)[column % 2];
    }
    /// The numbers of columns 2·n and 2·n + 1, at the cost of one.
    [[nodiscard]] std::array<double, 2> pair(std::uint64_t row, std::uint32_t n) const;

private:
    std::array<std::uint32_t, 2> m_key;
};

/// The x below which a standard normal value falls with probability p, 0 < p < 1; error below 1e-15
/// relative (M. Wichura, "Algorithm AS 241", Applied Statistics 37, 1988).
[[nodiscard]] double normalQuantile(double p);

/// Natural logarithm of a positive normal number, to within 2 units in the last place.
[[nodiscard]] double portableLog(double x);

} // namespace convscope
