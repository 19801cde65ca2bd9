// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/line_tile.h"

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

/// Rows whose values are all at most this far from 0 need no shift: no exponential overflows, and
/// none is so small that its share of the sum is lost.
constexpr float kSmall = 32;

/// Whether all values are small. NaN may go unnoticed: it reaches every value through the sum.
HWY_INLINE bool IsSmall(V largestSize)
{
    const D d;
    return hn::AllTrue(d, hn::Le(largestSize, hn::Set(d, kSmall)));
}

HWY_INLINE V LargestSize(const float *src, std::int64_t n)
{
    const D d;
    V most = hn::Zero(d);
    for (std::int64_t i = 0; i < n; i += VectorLength())
        most = hn::Max(most, hn::Abs(LoadSome(src + i, n - i, 0)));
    return most;
}

/// line[i] = e^(src[i] − shift), a vector more may be written where `line` is not null; returns the
/// sum.
HWY_INLINE V Exponentials(const float *src, float *line, std::int64_t n, V shift)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    V sum = hn::Zero(d);
    std::int64_t i = 0;
    for (; i + lanes <= n; i += lanes) {
        const V e = FastExponential(d, hn::Sub(hn::LoadU(d, src + i), shift));
        if (line != nullptr)
            hn::StoreU(e, d, line + i);
        sum = hn::Add(sum, e);
    }
    if (i < n) {
        const auto rest = static_cast<std::size_t>(n - i);
        const V e = FastExponential(d, hn::Sub(LoadSome(src + i, n - i, 0), shift));
        const V kept = hn::IfThenElseZero(hn::FirstN(d, rest), e);
        if (line != nullptr)
            StorePart(d, kept, line + i, rest);
        sum = hn::Add(sum, kept);
    }
    return hn::SumOfLanes(d, sum);
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

/// Softmax of rows of n values that fill kVectors registers, the last one perhaps in part.
template <int kVectors>
HWY_INLINE void SoftmaxInRegisters(const float *src, float *dst, std::int64_t rows, std::int64_t n,
                                   bool streaming)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    const auto rest = static_cast<std::size_t>(n - (kVectors - 1) * lanes);
    const bool isWhole = n == kVectors * lanes;
    const auto valid = hn::FirstN(d, rest);
    const V none = hn::Set(d, -std::numeric_limits<float>::infinity());
    streaming = streaming && n % 16 == 0 && reinterpret_cast<std::uintptr_t>(dst) % 64 == 0;
    for (std::int64_t row = 0; row < rows; ++row, src += n, dst += n) {
        V x[kVectors];
        for (int v = 0; v < kVectors; ++v) {
            hwy::Prefetch(src + v * lanes + kAhead);
            x[v] = hn::LoadU(d, src + v * lanes);
        }
        V &last = x[kVectors - 1];
        if (!isWhole)
            last = hn::IfThenElseZero(valid, last);
        V size = hn::Abs(x[0]);
        for (int v = 1; v < kVectors; ++v)
            size = hn::Max(size, hn::Abs(x[v]));
        if (!IsSmall(size)) {
            if (!isWhole)
                last = hn::IfThenElse(valid, last, none);
            V most = x[0];
            for (int v = 1; v < kVectors; ++v)
                most = hn::Max(most, x[v]);
            most = hn::MaxOfLanes(d, most);
            for (int v = 0; v < kVectors; ++v)
                x[v] = hn::Sub(x[v], most);
        }
        for (int v = 0; v < kVectors; ++v)
            x[v] = FastExponential(d, x[v]);
        if (!isWhole)
            last = hn::IfThenElseZero(valid, last);
        V sum = x[0];
        for (int v = 1; v < kVectors; ++v)
            sum = hn::Add(sum, x[v]);
        const V factor = hn::Div(hn::Set(d, 1), hn::SumOfLanes(d, sum));
        for (int v = 0; v + 1 < kVectors; ++v) {
            if (streaming)
                hn::Stream(hn::Mul(x[v], factor), d, dst + v * lanes);
            else
                hn::StoreU(hn::Mul(x[v], factor), d, dst + v * lanes);
        }
        float *end = dst + (kVectors - 1) * lanes;
        const V y = hn::Mul(last, factor);
        if (streaming)
            hn::Stream(y, d, end);
        else if (isWhole || row + 1 < rows) // the next row overwrites what is too much
            hn::StoreU(y, d, end);
        else
            StorePart(d, y, end, rest);
    }
}

void LongSoftmaxRows(const float *src, float *dst, std::int64_t rows, std::int64_t n,
                     bool streaming)
{
    const D d;
    HWY_ALIGN float scratch[kShortRow];
    const bool isShort = n <= kShortRow;
    for (std::int64_t row = 0; row < rows; ++row, src += n, dst += n) {
        const V shift = IsSmall(LargestSize(src, n)) ? hn::Zero(d) : MaximumOfRow(src, n);
        float *line = isShort ? scratch : dst;
        const V factor = hn::Div(hn::Set(d, 1), Exponentials(src, line, n, shift));
        Finish(line, dst, n, streaming && isShort,
               [=](V e) HWY_ATTR { return hn::Mul(e, factor); });
    }
}

void LogSoftmaxRows(const float *src, float *dst, std::int64_t rows, std::int64_t n, bool streaming)
{
    for (std::int64_t row = 0; row < rows; ++row, src += n, dst += n) {
        const V most = MaximumOfRow(src, n);
        const V log = LogOfSum(Exponentials(src, nullptr, n, most));
        Finish(src, dst, n, streaming,
               [=](V x) HWY_ATTR { return hn::Sub(hn::Sub(x, most), log); });
    }
}

void SoftmaxRows(SoftmaxKind kind, const float *src, float *dst, std::int64_t rows, std::int64_t n,
                 bool streaming)
{
    if (kind == SoftmaxKind::LogSoftmax)
        return LogSoftmaxRows(src, dst, rows, n, streaming);
    switch ((n + VectorLength() - 1) / VectorLength()) {
    case 1:
        return SoftmaxInRegisters<1>(src, dst, rows, n, streaming);
    case 2:
        return SoftmaxInRegisters<2>(src, dst, rows, n, streaming);
    case 3:
        return SoftmaxInRegisters<3>(src, dst, rows, n, streaming);
    case 4:
        return SoftmaxInRegisters<4>(src, dst, rows, n, streaming);
    case 8:
        return SoftmaxInRegisters<8>(src, dst, rows, n, streaming);
    default:
        return LongSoftmaxRows(src, dst, rows, n, streaming);
    }
}

/// sums = Σ e^(x − shifts), the exponentials to `line` where it is not null.
HWY_INLINE void ColumnExponentials(const SoftmaxColumns &c, const float *shifts, float *sums)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    for (std::int64_t k = 0; k < c.n; ++k) {
        const float *src = c.src + k * c.step;
        float *line = c.line == nullptr ? nullptr : c.line + k * c.lineStep;
        for (std::int64_t i = 0; i < c.columns; i += lanes) {
            const V x = LoadSome(src + i, c.columns - i, 0);
            const V e = FastExponential(d, hn::Sub(x, hn::Load(d, shifts + i)));
            const V before = k == 0 ? hn::Zero(d) : hn::Load(d, sums + i);
            hn::Store(hn::Add(before, e), d, sums + i);
            if (line == nullptr)
                continue;
            if (c.columns - i >= lanes)
                hn::StoreU(e, d, line + i);
            else
                StorePart(d, e, line + i, static_cast<std::size_t>(c.columns - i));
        }
    }
}

/// Two rows at a time, without a shift; returns the largest size of a value.
HWY_INLINE V SmallColumnExponentials(const SoftmaxColumns &c, float *sums)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    V size = hn::Zero(d);
    std::int64_t k = 0;
    for (; k + 2 <= c.n; k += 2) {
        const float *first = c.src + k * c.step;
        const float *second = first + c.step;
        float *line = c.line + k * c.lineStep;
        for (std::int64_t i = 0; i + lanes <= c.columns; i += lanes) {
            const V x = hn::LoadU(d, first + i);
            const V y = hn::LoadU(d, second + i);
            size = hn::Max(size, hn::Max(hn::Abs(x), hn::Abs(y)));
            const V a = FastExponential(d, x);
            const V b = FastExponential(d, y);
            hn::StoreU(a, d, line + i);
            hn::StoreU(b, d, line + c.lineStep + i);
            const V before = k == 0 ? hn::Zero(d) : hn::Load(d, sums + i);
            hn::Store(hn::Add(before, hn::Add(a, b)), d, sums + i);
        }
    }
    if (k < c.n)
        for (std::int64_t i = 0; i + lanes <= c.columns; i += lanes) {
            const V x = hn::LoadU(d, c.src + k * c.step + i);
            size = hn::Max(size, hn::Abs(x));
            const V e = FastExponential(d, x);
            hn::StoreU(e, d, c.line + k * c.lineStep + i);
            const V before = k == 0 ? hn::Zero(d) : hn::Load(d, sums + i);
            hn::Store(hn::Add(before, e), d, sums + i);
        }
    return size;
}

/// The maximum of each column; a NaN reaches the results through the sum.
HWY_INLINE void ColumnMaxima(const SoftmaxColumns &c, float *most)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    for (std::int64_t k = 0; k < c.n; ++k)
        for (std::int64_t i = 0; i < c.columns; i += lanes) {
            const V x = LoadSome(c.src + k * c.step + i, c.columns - i, 0);
            hn::Store(k == 0 ? x : hn::Max(hn::Load(d, most + i), x), d, most + i);
        }
}

template <bool kStream>
HWY_INLINE void FinishColumns(const SoftmaxColumns &c, const float *most, const float *logs)
{
    const D d;
    for (std::int64_t k = 0; k < c.n; ++k) {
        float *dst = c.dst + k * c.step;
        if (c.kind == SoftmaxKind::Softmax) {
            const float *line = c.line + k * c.lineStep;
            const auto f = [=](std::int64_t i) HWY_ATTR {
                return hn::Mul(hn::LoadU(d, line + i), hn::LoadU(d, logs + i));
            };
            const auto part = [=](std::int64_t i, std::size_t n) HWY_ATTR {
                return hn::Mul(LoadPart(d, line + i, n), LoadPart(d, logs + i, n));
            };
            FillRow<kStream>(dst, c.columns, f, part);
        } else {
            const float *src = c.src + k * c.step;
            const auto part = [=](std::int64_t i, std::size_t n) HWY_ATTR {
                const V x = hn::Sub(LoadPart(d, src + i, n), LoadPart(d, most + i, n));
                return hn::Sub(x, LoadPart(d, logs + i, n));
            };
            const auto f = [=](std::int64_t i) HWY_ATTR {
                const V x = hn::Sub(hn::LoadU(d, src + i), hn::LoadU(d, most + i));
                return hn::Sub(x, hn::LoadU(d, logs + i));
            };
            FillRow<kStream>(dst, c.columns, f, part);
        }
    }
}

void RunSoftmaxColumns(const SoftmaxColumns *columns)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    const SoftmaxColumns &c = *columns;
    HWY_ALIGN float most[kSoftmaxColumns];
    HWY_ALIGN float sums[kSoftmaxColumns];
    const bool keeps = c.kind == SoftmaxKind::Softmax;
    const bool isDone =
        keeps && c.columns % lanes == 0 && IsSmall(SmallColumnExponentials(c, sums));
    if (!isDone) {
        ColumnMaxima(c, most);
        ColumnExponentials(c, most, sums);
    }
    for (std::int64_t i = 0; i < c.columns; i += lanes) {
        const V sum = hn::Load(d, sums + i);
        hn::Store(keeps ? hn::Div(hn::Set(d, 1), sum) : LogOfSum(sum), d, sums + i);
    }
    if (c.streaming)
        FinishColumns<true>(c, most, sums);
    else
        FinishColumns<false>(c, most, sums);
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

HWY_EXPORT(SoftmaxRows);
HWY_EXPORT(RunSoftmaxColumns);
HWY_EXPORT(SumRows);
HWY_EXPORT(MaximumOfRows);
HWY_EXPORT(Dense);

void softmaxRows(SoftmaxKind kind, const float *src, float *dst, std::int64_t rows, std::int64_t n,
                 bool streaming)
{
    HWY_DYNAMIC_DISPATCH(SoftmaxRows)(kind, src, dst, rows, n, streaming);
}

void softmaxColumns(const SoftmaxColumns &columns)
{
    HWY_DYNAMIC_DISPATCH(RunSoftmaxColumns)(&columns);
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
