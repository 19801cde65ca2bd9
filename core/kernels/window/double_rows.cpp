// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/double_rows.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/window/double_rows.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::int64_t kLanes = 8;
using D = hn::CappedTag<double, kLanes>;
using V = hn::Vec<D>;
constexpr std::int64_t kWidth = static_cast<std::int64_t>(hn::MaxLanes(D()));
constexpr int kParts = static_cast<int>(kLanes / kWidth);

/// So long a piece of 64 rows stays in the second-level cache.
constexpr std::int64_t kPiece = 512;
constexpr int kTileRows = 2;
constexpr int kTileColumns = 4;

/// products[r · stride + c] += the dot products of two pieces of rows.
template <int kRows, int kColumns>
HWY_INLINE void AddDots(const double *a, std::int64_t aStride, const double *b,
                        std::int64_t bStride, std::int64_t length, double *products,
                        std::int64_t stride)
{
    const D d;
    V sums[kRows][kColumns][kParts];
    for (int r = 0; r < kRows; ++r)
        for (int c = 0; c < kColumns; ++c)
            for (int p = 0; p < kParts; ++p)
                sums[r][c][p] = hn::Zero(d);
    std::int64_t i = 0;
    for (; i + kLanes <= length; i += kLanes)
        for (int p = 0; p < kParts; ++p) {
            V left[kRows];
            for (int r = 0; r < kRows; ++r)
                left[r] = hn::LoadU(d, a + r * aStride + i + p * kWidth);
            for (int c = 0; c < kColumns; ++c) {
                const V right = hn::LoadU(d, b + c * bStride + i + p * kWidth);
                for (int r = 0; r < kRows; ++r)
                    sums[r][c][p] = hn::Add(sums[r][c][p], hn::Mul(left[r], right));
            }
        }
    HWY_ALIGN double lanes[kLanes];
    for (int r = 0; r < kRows; ++r)
        for (int c = 0; c < kColumns; ++c) {
            for (int p = 0; p < kParts; ++p)
                hn::Store(sums[r][c][p], d, lanes + p * kWidth);
            double sum = 0;
            for (const double lane : lanes)
                sum += lane;
            for (std::int64_t j = i; j < length; ++j)
                sum += a[r * aStride + j] * b[c * bStride + j];
            products[r * stride + c] += sum;
        }
}

template <int kRows>
HWY_INLINE void AddDotsOfRows(const double *a, std::int64_t aStride, const DoubleRows &b,
                              std::int64_t first, std::int64_t length, double *products)
{
    std::int64_t c = 0;
    for (; c + kTileColumns <= b.count; c += kTileColumns)
        AddDots<kRows, kTileColumns>(a, aStride, b.values + c * b.stride + first, b.stride, length,
                                     products + c, b.count);
    for (; c < b.count; ++c)
        AddDots<kRows, 1>(a, aStride, b.values + c * b.stride + first, b.stride, length,
                          products + c, b.count);
}

/// A piece of kRows rows less `products` times the same piece of the rows of b.
template <int kRows>
HWY_INLINE void SubtractRows(double *a, std::int64_t aStride, const DoubleRows &b,
                             std::int64_t first, std::int64_t length, const double *products)
{
    const D d;
    const double *rows = b.values + first;
    std::int64_t i = 0;
    for (; i + kLanes <= length; i += kLanes) {
        V rest[kRows][kParts];
        for (int r = 0; r < kRows; ++r)
            for (int p = 0; p < kParts; ++p)
                rest[r][p] = hn::LoadU(d, a + r * aStride + i + p * kWidth);
        for (std::int64_t c = 0; c < b.count; ++c)
            for (int p = 0; p < kParts; ++p) {
                const V right = hn::LoadU(d, rows + c * b.stride + i + p * kWidth);
                for (int r = 0; r < kRows; ++r)
                    rest[r][p] =
                        hn::Sub(rest[r][p], hn::Mul(hn::Set(d, products[r * b.count + c]), right));
            }
        for (int r = 0; r < kRows; ++r)
            for (int p = 0; p < kParts; ++p)
                hn::StoreU(rest[r][p], d, a + r * aStride + i + p * kWidth);
    }
    for (; i < length; ++i)
        for (int r = 0; r < kRows; ++r) {
            double rest = a[r * aStride + i];
            for (std::int64_t c = 0; c < b.count; ++c)
                rest -= products[r * b.count + c] * rows[c * b.stride + i];
            a[r * aStride + i] = rest;
        }
}

void Project(const DoubleRows *from, const DoubleRows *along, double *products)
{
    const DoubleRows &a = *from;
    const DoubleRows &b = *along;
    for (std::int64_t i = 0; i < a.count * b.count; ++i)
        products[i] = 0;
    for (std::int64_t first = 0; first < a.length; first += kPiece) {
        const std::int64_t length = a.length - first < kPiece ? a.length - first : kPiece;
        std::int64_t r = 0;
        for (; r + kTileRows <= a.count; r += kTileRows)
            AddDotsOfRows<kTileRows>(a.values + r * a.stride + first, a.stride, b, first, length,
                                     products + r * b.count);
        for (; r < a.count; ++r)
            AddDotsOfRows<1>(a.values + r * a.stride + first, a.stride, b, first, length,
                             products + r * b.count);
    }
    for (std::int64_t first = 0; first < a.length; first += kPiece) {
        const std::int64_t length = a.length - first < kPiece ? a.length - first : kPiece;
        std::int64_t r = 0;
        for (; r + 4 <= a.count; r += 4)
            SubtractRows<4>(a.values + r * a.stride + first, a.stride, b, first, length,
                            products + r * b.count);
        for (; r < a.count; ++r)
            SubtractRows<1>(a.values + r * a.stride + first, a.stride, b, first, length,
                            products + r * b.count);
    }
}

double SquareSum(const double *row, std::int64_t length)
{
    double sum = 0;
    AddDots<1, 1>(row, 0, row, 0, length, &sum, 1);
    return sum;
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(Project);
HWY_EXPORT(SquareSum);

void projectOut(const DoubleRows &a, const DoubleRows &b, double *products)
{
    HWY_DYNAMIC_DISPATCH(Project)(&a, &b, products);
}

double squareSum(const double *row, std::int64_t length)
{
    return HWY_DYNAMIC_DISPATCH(SquareSum)(row, length);
}

} // namespace convscope
#endif
