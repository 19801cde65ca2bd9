// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/softmax.h"

#include <cstdint>

namespace convscope {

// Reductions over lines of float32 with the best vector instructions of the machine, on the calling
// thread. Sources may be read up to one vector (64 bytes) past their end, as tensors allow.

/// Softmax or LogSoftmax of `rows` rows of n values, one after another; n ≥ 1. `streaming`: dst
/// bypasses the caches where a row is short, inside a parallelFor.
void softmaxRows(SoftmaxKind kind, const float *src, float *dst, std::int64_t rows, std::int64_t n,
                 bool streaming);

/// Columns a call of softmaxColumns takes at most.
inline constexpr std::int64_t kSoftmaxColumns = 1024;

/// Softmax or LogSoftmax down `columns` columns of n values, `step` apart.
struct SoftmaxColumns
{
    SoftmaxKind kind = SoftmaxKind::Softmax;
    const float *src = nullptr;
    float *dst = nullptr;
    std::int64_t columns = 0;
    std::int64_t n = 1;
    std::int64_t step = 1;
    /// Where the exponentials of Softmax wait, rows `lineStep` apart; null for LogSoftmax. May be
    /// dst.
    float *line = nullptr;
    std::int64_t lineStep = 0;
    bool streaming = false;
};

void softmaxColumns(const SoftmaxColumns &columns);

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
