// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/move/merge.h"

#include <cstdint>

namespace convscope {

// Rows of float32 with the best vector instructions of the machine, on the calling thread.
// `streaming`: dst bypasses the caches, inside a parallelFor. No row may overlap dst.

void copyRow(const float *src, float *dst, std::int64_t n, bool streaming);

/// The same past the caches, while `next`, as many values, is fetched.
void streamRow(const float *src, float *dst, std::int64_t n, const float *next);

/// `rows` rows of n values, srcStep apart, to places dstStep apart.
void copyRows(const float *src, std::int64_t srcStep, float *dst, std::int64_t dstStep,
              std::int64_t rows, std::int64_t n);

/// dst[i · dstStep + j] = src[i + j · srcStep], i in [0, rows), j in [0, columns). What lies
/// `ahead` of each value is fetched meanwhile; 0: nothing is.
void transposeRows(const float *src, std::int64_t srcStep, float *dst, std::int64_t dstStep,
                   std::int64_t rows, std::int64_t columns, std::int64_t ahead);

void zeroRow(float *dst, std::int64_t n, bool streaming);

/// dst[i] = (src[i] − center[i]) · scale[i] + shift[i] for `rows` rows of n values, one after
/// another.
void affineRows(const float *src, float *dst, std::int64_t rows, std::int64_t n,
                const float *center, const float *scale, const float *shift, bool streaming);

/// The same with one center, scale and shift.
void affineRow(const float *src, float *dst, std::int64_t n, float center, float scale, float shift,
               bool streaming);

/// Value by value; `op` as merge() has it.
void mergeRow(MergeOp op, const float *const *sources, std::int64_t count, float *dst,
              std::int64_t n, bool streaming);

/// dst[i] = max(src[i], 0) − alpha[i] · max(−src[i], 0).
void preluRow(const float *src, const float *alpha, float *dst, std::int64_t n, bool streaming);

/// dst[i] = a[i] · sigmoid(b[i]).
void gluRow(const float *a, const float *b, float *dst, std::int64_t n);

} // namespace convscope
