// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

// Reductions over lines of float32 with the best vector instructions of the machine, on the calling
// thread. Sources may be read up to one vector (64 bytes) past their end, as tensors allow.

/// sums[i] += Σ src[r · n + i], r in [0, rows): sixteen rows in float32, then in double.
void sumRows(const float *src, std::int64_t rows, std::int64_t n, double *sums);

/// most[i] = maximum of itself and src[r · n + i], r in [0, rows); NaN wins.
void maximumOfRows(const float *src, std::int64_t rows, std::int64_t n, float *most);

/// Rows a call of denseTile takes at most.
inline constexpr std::int64_t kDenseRows = 6;

/// dst (rows, units) = src (rows, in) · kernel (in, units) + bias, columns [begin, end) of it; bias
/// may be null. The order of the sum depends on `in` alone.
struct DenseTile
{
    const float *src = nullptr;
    const float *kernel = nullptr;
    const float *bias = nullptr;
    float *dst = nullptr;
    std::int64_t rows = 1;
    std::int64_t in = 1;
    std::int64_t units = 1;
    std::int64_t begin = 0;
    std::int64_t end = 1;
};

void denseTile(const DenseTile &tile);

} // namespace convscope
