// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

// Rows of float64 against each other, on the calling thread. Every sum runs over eight lanes in one
// order and nothing is fused, so the bits are the same with every instruction set.

/// `count` rows of `length` values, one row `stride` values behind the other.
struct DoubleRows
{
    double *values = nullptr;
    std::int64_t count = 0;
    std::int64_t length = 0;
    std::int64_t stride = 0;
};

/// a −= (a · bᵀ) · b: takes the part along the orthonormal rows of b out of every row of a.
/// `products` is scratch of a.count · b.count values.
void projectOut(const DoubleRows &a, const DoubleRows &b, double *products);

/// The sum of the squares of a row.
[[nodiscard]] double squareSum(const double *row, std::int64_t length);

} // namespace convscope
