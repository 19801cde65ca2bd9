// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/softmax.h"

#include <cstdint>

namespace convscope {

// Softmax with the best vector instructions of the machine, on the calling thread. Sources may be
// read up to one vector (64 bytes) past their end, as tensors allow.

/// Softmax or LogSoftmax of `rows` rows of n values, one after another; n ≥ 1. `streaming`: dst
/// bypasses the caches where a row is short, inside a parallelFor.
void softmaxRows(SoftmaxKind kind, const float *src, float *dst, std::int64_t rows, std::int64_t n,
                 bool streaming);

/// Columns of a block of softmaxColumns at most.
inline constexpr std::int64_t kSoftmaxColumns = 512;

/// Softmax or LogSoftmax down `columns` columns of n values, `step` apart, some blocks of `width`
/// columns.
struct SoftmaxColumns
{
    SoftmaxKind kind = SoftmaxKind::Softmax;
    const float *src = nullptr;
    float *dst = nullptr;
    std::int64_t columns = 0;
    std::int64_t n = 1;
    std::int64_t step = 1;
    std::int64_t width = kSoftmaxColumns;
    /// Where the exponentials of every other block of Softmax wait, rows `lineStep` apart; where
    /// `linesMove`, each block has its own place right of the one before, as in dst.
    float *lines[2] = {nullptr, nullptr};
    std::int64_t lineStep = 0;
    bool linesMove = false;
    bool streaming = false;
};

void softmaxColumns(const SoftmaxColumns &columns);

} // namespace convscope
