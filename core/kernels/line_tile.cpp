// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/line_tile.h"

#include <hwy/cache_control.h>

#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/line_tile.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/vector_loop-inl.h"
#include "kernels/vector_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

/// The longest row whose exponentials wait in the first-level cache.
constexpr std::int64_t kShortRow = 2048;

std::int64_t VectorLength()
{
    return static_cast<std::int64_t>(hn::Lanes(D()));
}

/// The values from p on; lanes at and past `count` are `otherwise`.
HWY_INLINE V LoadSome(const float *p, std::int64_t count, float otherwise)
{
    const D d;
    const V x = hn::LoadU(d, p);
    if (count >= VectorLength())
        return x;
    const auto first = hn::FirstN(d, static_cast<std::size_t>(count));
    return hn::IfThenElse(first, x, hn::Set(d, otherwise));
}

/// line[i] = e^(src[i] − most); returns the sum.
HWY_INLINE float Exponentials(const float *src, float *line, std::int64_t n, V most)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    V sum = hn::Zero(d);
    std::int64_t i = 0;
    for (; i + lanes <= n; i += lanes) {
        const V e = ExponentialOfNegative(d, hn::Sub(hn::LoadU(d, src + i), most));
        hn::StoreU(e, d, line + i);
        sum = hn::Add(sum, e);
    }
    if (i < n) {
        const auto rest = static_cast<std::size_t>(n - i);
        const V e = ExponentialOfNegative(d, hn::Sub(LoadPart(d, src + i, rest), most));
        const V kept = hn::IfThenElseZero(hn::FirstN(d, rest), e);
        StorePart(d, kept, line + i, rest);
        sum = hn::Add(sum, kept);
    }
    return hn::GetLane(hn::SumOfLanes(d, sum));
}

/// The sum of the exponentials alone.
HWY_INLINE float ExponentialSum(const float *src, std::int64_t n, V most)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    V sum = hn::Zero(d);
    for (std::int64_t i = 0; i < n; i += lanes) {
        const V x = LoadSome(src + i, n - i, -std::numeric_limits<float>::infinity());
        const V e = ExponentialOfNegative(d, hn::Sub(x, most));
        const std::int64_t count = n - i < lanes ? n - i : lanes;
        sum = hn::Add(sum, hn::IfThenElseZero(hn::FirstN(d, static_cast<std::size_t>(count)), e));
    }
    return hn::GetLane(hn::SumOfLanes(d, sum));
}

/// log(sum) for sum ≥ 1 and NaN.
HWY_INLINE V LogOfSum(V sum)
{
    const D d;
    // sum = m · 2^k with m in [1, 2): log1p(m − 1) + k · ln 2.
    const hn::RebindToSigned<D> di;
    const auto bits = hn::BitCast(di, sum);
    const auto k = hn::Sub(hn::ShiftRight<23>(bits), hn::Set(di, 127));
    const auto mantissa = hn::Or(hn::And(bits, hn::Set(di, 0x7FFFFF)), hn::Set(di, 0x3F800000));
    const V part = Log1pOfUnit(d, hn::Sub(hn::BitCast(d, mantissa), hn::Set(d, 1)));
    const V log = hn::MulAdd(hn::ConvertTo(d, k), hn::Set(d, 0.693147180559945F), part);
    return hn::IfThenElse(hn::IsNaN(sum), sum, log);
}

HWY_INLINE V MaximumOfRow(const float *src, std::int64_t n)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    const float lowest = -std::numeric_limits<float>::infinity();
    V most = LoadSome(src, n, lowest);
    for (std::int64_t i = lanes; i < n; i += lanes)
        most = hn::Max(most, LoadSome(src + i, n - i, lowest));
    return hn::MaxOfLanes(d, most);
}

template <class F>
HWY_INLINE void Finish(const float *line, float *dst, std::int64_t n, bool streaming, const F &f)
{
    if (streaming)
        MapRow<true>(line, dst, n, f);
    else
        MapRow<false>(line, dst, n, f);
}

void SoftmaxRows(SoftmaxKind kind, const float *src, float *dst, std::int64_t rows, std::int64_t n,
                 bool streaming)
{
    const D d;
    HWY_ALIGN float scratch[kShortRow];
    const bool isShort = n <= kShortRow;
    for (std::int64_t row = 0; row < rows; ++row, src += n, dst += n) {
        // A NaN anywhere reaches every value through the sum.
        const V most = MaximumOfRow(src, n);
        if (kind == SoftmaxKind::LogSoftmax) {
            const V sum = hn::Set(d, ExponentialSum(src, n, most));
            const V log = LogOfSum(sum);
            Finish(src, dst, n, streaming,
                   [=](V x) HWY_ATTR { return hn::Sub(hn::Sub(x, most), log); });
            continue;
        }
        float *line = isShort ? scratch : dst;
        const V factor = hn::Set(d, 1 / Exponentials(src, line, n, most));
        Finish(line, dst, n, streaming && isShort,
               [=](V e) HWY_ATTR { return hn::Mul(e, factor); });
    }
    hwy::FlushStream();
}

void SoftmaxColumns(SoftmaxKind kind, const float *src, float *dst, std::int64_t columns,
                    std::int64_t n, std::int64_t step)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    HWY_ALIGN float most[kSoftmaxColumns];
    HWY_ALIGN float sums[kSoftmaxColumns];
    for (std::int64_t i = 0; i < columns; i += lanes) {
        hn::Store(LoadSome(src + i, columns - i, 0), d, most + i);
        hn::Store(hn::Zero(d), d, sums + i);
    }
    for (std::int64_t k = 1; k < n; ++k)
        for (std::int64_t i = 0; i < columns; i += lanes) {
            const V x = LoadSome(src + k * step + i, columns - i, 0);
            hn::Store(hn::Max(hn::Load(d, most + i), x), d, most + i);
        }
    const auto store = [=](V y, float *p, std::int64_t count) HWY_ATTR {
        if (count >= lanes)
            hn::StoreU(y, d, p);
        else
            StorePart(d, y, p, static_cast<std::size_t>(count));
    };
    const bool keeps = kind == SoftmaxKind::Softmax;
    for (std::int64_t k = 0; k < n; ++k)
        for (std::int64_t i = 0; i < columns; i += lanes) {
            const V x = LoadSome(src + k * step + i, columns - i, 0);
            const V e = ExponentialOfNegative(d, hn::Sub(x, hn::Load(d, most + i)));
            hn::Store(hn::Add(hn::Load(d, sums + i), e), d, sums + i);
            if (keeps)
                store(e, dst + k * step + i, columns - i);
        }
    for (std::int64_t i = 0; i < columns; i += lanes) {
        const V sum = hn::Load(d, sums + i);
        hn::Store(keeps ? hn::Div(hn::Set(d, 1), sum) : LogOfSum(sum), d, sums + i);
    }
    for (std::int64_t k = 0; k < n; ++k)
        for (std::int64_t i = 0; i < columns; i += lanes) {
            const V sum = hn::Load(d, sums + i);
            float *p = dst + k * step + i;
            const V x = LoadSome(src + k * step + i, columns - i, 0);
            const V y = keeps ? hn::Mul(LoadSome(p, columns - i, 0), sum)
                              : hn::Sub(hn::Sub(x, hn::Load(d, most + i)), sum);
            store(y, p, columns - i);
        }
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
    for (std::int64_t i = 0; i < n; i += lanes) {
        const std::int64_t taken = n - i < lanes ? n - i : lanes;
        V y = LoadPart(d, most + i, static_cast<std::size_t>(taken));
        for (std::int64_t r = 0; r < rows; ++r) {
            const V x = hn::LoadU(d, src + r * n + i);
            y = hn::IfThenElse(hn::Or(hn::Gt(x, y), hn::IsNaN(x)), x, y);
        }
        StorePart(d, y, most + i, static_cast<std::size_t>(taken));
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

HWY_EXPORT(SoftmaxRows);
HWY_EXPORT(SoftmaxColumns);
HWY_EXPORT(SumRows);
HWY_EXPORT(MaximumOfRows);
HWY_EXPORT(Dense);

void softmaxRows(SoftmaxKind kind, const float *src, float *dst, std::int64_t rows, std::int64_t n,
                 bool streaming)
{
    HWY_DYNAMIC_DISPATCH(SoftmaxRows)(kind, src, dst, rows, n, streaming);
}

void softmaxColumns(SoftmaxKind kind, const float *src, float *dst, std::int64_t columns,
                    std::int64_t n, std::int64_t step)
{
    HWY_DYNAMIC_DISPATCH(SoftmaxColumns)(kind, src, dst, columns, n, step);
}

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
