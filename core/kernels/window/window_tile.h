// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/pooling.h"

#include <cstdint>

namespace convscope {

// Windows over rows of cells, a cell being c values, with the best vector instructions of the
// machine, on the calling thread. Sources may be read up to one vector (64 bytes) past their end,
// as tensors and scratch allow. `streaming`: dst bypasses the caches, inside a parallelFor.

/// float32 values in a vector of the machine's best instructions.
[[nodiscard]] std::int64_t vectorLanes();

/// Rows to be joined, and what will be wanted next: the last `fresh` of them are new each time, and
/// the next ones lie `ahead` of them.
struct RowSet
{
    const float *const *rows = nullptr;
    std::int64_t count = 1;
    std::int64_t fresh = 0;
    std::int64_t ahead = 0;
};

/// dst[i] = Σ or maximum over rows[r][i], r in [0, count).
void reduceRows(PoolKind kind, const RowSet &rows, float *dst, std::int64_t n);

/// dst[i] = Σ weights[r] · rows[r][i], r in [0, count). A single row weighs 1.
void blendRows(const float *const *rows, const float *weights, std::int64_t count, float *dst,
               std::int64_t n, bool streaming);

/// Cell j of dst is scale times the sum, or the maximum, of the cells j · stride + k of src, k in
/// [0, taps).
struct CellWindows
{
    PoolKind kind = PoolKind::Max;
    std::int64_t c = 1;
    std::int64_t cells = 0;
    std::int64_t stride = 1;
    std::int64_t taps = 1;
    float scale = 1;
};

void reduceCells(const CellWindows &windows, const float *src, float *dst, bool streaming);

/// Cell j of dst is Σ weights[j · taps + k] · cell (first[j] + k) of src, k in [0, taps). For c of
/// a vector or more.
struct CellBlend
{
    std::int64_t c = 1;
    std::int64_t cells = 0;
    std::int64_t taps = 1;
    const std::int64_t *first = nullptr;
    const float *weights = nullptr;
    /// What lies this far behind each cell is fetched meanwhile; 0: nothing is.
    std::int64_t ahead = 0;
};

/// A single tap weighs 1.
void blendCells(const CellBlend &blend, const float *src, float *dst);

/// Value e of dst is Σ weights[k · n + e] · src[index[e] + k · c]. For few channels, c below a
/// vector.
struct ValueBlend
{
    std::int64_t c = 1;
    std::int64_t n = 0;
    std::int64_t taps = 1;
    /// Ascending but for less than a cell.
    const std::int32_t *index = nullptr;
    const float *weights = nullptr;
    /// The least index of each vector of values.
    const std::int32_t *base = nullptr;
    /// Every index is less than a vector above its base: values are shuffled, not gathered.
    bool isNear = false;
    /// What lies this far behind each value is fetched meanwhile; 0: nothing is.
    std::int64_t ahead = 0;
};

/// `begin` and `end` are multiples of a vector, or n. dst and src count from value 0.
void blendValues(const ValueBlend &blend, std::int64_t begin, std::int64_t end, const float *src,
                 float *dst);

} // namespace convscope
