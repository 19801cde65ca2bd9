// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/line_tile.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/window/line_tile.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/simd/vector_loop-inl.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

std::int64_t VectorLength()
{
    return static_cast<std::int64_t>(hn::Lanes(D()));
}

constexpr std::int64_t kFloatRows = 16;

void SumRows(const float *src, std::int64_t rows, std::int64_t n, double *sums)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    HWY_ALIGN float part[hn::MaxLanes(D())];
    for (std::int64_t row = 0; row < rows; row += kFloatRows, src += kFloatRows * n) {
        const std::int64_t count = rows - row < kFloatRows ? rows - row : kFloatRows;
        for (std::int64_t i = 0; i < n; i += lanes) {
            V sum = hn::LoadU(d, src + i);
            for (std::int64_t r = 1; r < count; ++r)
                sum = hn::Add(sum, hn::LoadU(d, src + r * n + i));
            hn::Store(sum, d, part);
            const std::int64_t taken = n - i < lanes ? n - i : lanes;
            for (std::int64_t j = 0; j < taken; ++j)
                sums[i + j] += static_cast<double>(part[j]);
        }
    }
}

void MaximumOfRows(const float *src, std::int64_t rows, std::int64_t n, float *most)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    for (std::int64_t row = 0; row < rows; row += kFloatRows, src += kFloatRows * n) {
        const std::int64_t count = rows - row < kFloatRows ? rows - row : kFloatRows;
        for (std::int64_t i = 0; i < n; i += lanes) {
            const auto taken = static_cast<std::size_t>(n - i < lanes ? n - i : lanes);
            V y = hn::LoadU(d, src + i);
            for (std::int64_t r = 1; r < count; ++r)
                y = LargerOrNaN(y, hn::LoadU(d, src + r * n + i));
            StorePart(d, LargerOrNaN(LoadPart(d, most + i, taken), y), most + i, taken);
        }
    }
}

/// Inputs summed in registers before they join the total: keeps the rounding error small.
constexpr std::int64_t kDenseInputs = 512;

template <int kRows, int kVectors>
HWY_INLINE void DenseBlock(const DenseTile &t, std::int64_t row, std::int64_t column,
                           std::int64_t first, std::int64_t last)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    V sums[kRows][kVectors];
    for (int r = 0; r < kRows; ++r)
        for (int v = 0; v < kVectors; ++v)
            sums[r][v] = hn::Zero(d);
    const float *src = t.src + row * t.in;
    const float *kernel = t.kernel + column;
    for (std::int64_t i = first; i < last; ++i)
        for (int v = 0; v < kVectors; ++v) {
            const V w = hn::LoadU(d, kernel + i * t.units + v * lanes);
            for (int r = 0; r < kRows; ++r)
                sums[r][v] = hn::MulAdd(hn::Set(d, src[r * t.in + i]), w, sums[r][v]);
        }
    for (int r = 0; r < kRows; ++r)
        for (int v = 0; v < kVectors; ++v) {
            const std::int64_t at = column + v * lanes;
            float *dst = t.dst + (row + r) * t.units + at;
            const std::int64_t count = t.end - at < lanes ? t.end - at : lanes;
            const auto part = static_cast<std::size_t>(count);
            V base = hn::Zero(d);
            if (first > 0)
                base = LoadPart(d, dst, part);
            else if (t.bias != nullptr)
                base = LoadPart(d, t.bias + at, part);
            StorePart(d, hn::Add(base, sums[r][v]), dst, part);
        }
}

template <int kVectors>
HWY_INLINE void DenseRows(const DenseTile &t, std::int64_t column, std::int64_t first,
                          std::int64_t last)
{
    switch (t.rows) {
    case 1:
        return DenseBlock<1, kVectors>(t, 0, column, first, last);
    case 2:
        return DenseBlock<2, kVectors>(t, 0, column, first, last);
    case 3:
        return DenseBlock<3, kVectors>(t, 0, column, first, last);
    case 4:
        return DenseBlock<4, kVectors>(t, 0, column, first, last);
    case 5:
        return DenseBlock<5, kVectors>(t, 0, column, first, last);
    default:
        return DenseBlock<6, kVectors>(t, 0, column, first, last);
    }
}

void Dense(const DenseTile *tile)
{
    const DenseTile &t = *tile;
    const std::int64_t lanes = VectorLength();
    for (std::int64_t first = 0; first < t.in; first += kDenseInputs) {
        const std::int64_t last = first + kDenseInputs < t.in ? first + kDenseInputs : t.in;
        std::int64_t column = t.begin;
        for (; column + 2 * lanes <= t.end; column += 2 * lanes)
            DenseRows<2>(t, column, first, last);
        for (; column < t.end; column += lanes)
            DenseRows<1>(t, column, first, last);
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(SumRows);
HWY_EXPORT(MaximumOfRows);
HWY_EXPORT(Dense);

void sumRows(const float *src, std::int64_t rows, std::int64_t n, double *sums)
{
    HWY_DYNAMIC_DISPATCH(SumRows)(src, rows, n, sums);
}

void maximumOfRows(const float *src, std::int64_t rows, std::int64_t n, float *most)
{
    HWY_DYNAMIC_DISPATCH(MaximumOfRows)(src, rows, n, most);
}

void denseTile(const DenseTile &tile)
{
    HWY_DYNAMIC_DISPATCH(Dense)(&tile);
}

} // namespace convscope
#endif
