// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/softmax_tile.h"

#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/functions/softmax_tile.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/simd/vector_loop-inl.h"
#include "kernels/simd/vector_math-inl.h"

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

#if HWY_TARGET == HWY_SCALAR
HWY_INLINE void FourQuotients(V a, V b, V c, V e, float *quotients)
{
    const D d;
    const V sums[] = {a, b, c, e};
    for (int r = 0; r < 4; ++r)
        hn::Store(hn::Div(hn::Set(d, 1), sums[r]), d, quotients + r);
}
#else
/// The sum of the blocks of four lanes.
template <class DBlocks, class VBlocks>
HWY_INLINE hn::Vec<hn::FixedTag<float, 4>> SumOfBlocks(DBlocks d, VBlocks v)
{
    if constexpr (hn::MaxLanes(DBlocks()) <= 4) {
        return v;
    } else {
        const hn::Half<decltype(d)> half;
        return SumOfBlocks(half, hn::Add(hn::LowerHalf(half, v), hn::UpperHalf(half, v)));
    }
}

/// 1 over the sums of the lanes of four vectors: shuffles and divides once for all of them.
HWY_INLINE void FourQuotients(V a, V b, V c, V e, float *quotients)
{
    const D d;
    const hn::Repartition<std::uint64_t, D> pairs;
    const hn::FixedTag<float, 4> four;
    const V ab = hn::Add(hn::InterleaveLower(d, a, b), hn::InterleaveUpper(d, a, b));
    const V ce = hn::Add(hn::InterleaveLower(d, c, e), hn::InterleaveUpper(d, c, e));
    const auto low = hn::InterleaveLower(pairs, hn::BitCast(pairs, ab), hn::BitCast(pairs, ce));
    const auto high = hn::InterleaveUpper(pairs, hn::BitCast(pairs, ab), hn::BitCast(pairs, ce));
    const V sums = hn::Add(hn::BitCast(d, low), hn::BitCast(d, high));
    hn::Store(hn::Div(hn::Set(four, 1), SumOfBlocks(d, sums)), four, quotients);
}
#endif

/// Rows of n values that fill kVectors registers, the last one perhaps in part.
template <int kVectors>
class RowsInRegisters
{
public:
    HWY_INLINE RowsInRegisters(std::int64_t n, bool streaming)
        : m_rest(static_cast<std::size_t>(n - (kVectors - 1) * VectorLength())),
          m_isWhole(n == kVectors * VectorLength()), m_streaming(streaming)
    {
    }

    /// x becomes the exponentials of a row; returns the sums of its lanes.
    HWY_INLINE V Exponentials(const float *src, V *x) const
    {
        const D d;
        for (int v = 0; v < kVectors; ++v) {
            hwy::Prefetch(src + v * VectorLength() + kAhead);
            x[v] = hn::LoadU(d, src + v * VectorLength());
        }
        V &last = x[kVectors - 1];
        const auto valid = hn::FirstN(d, m_rest);
        if (!m_isWhole)
            last = hn::IfThenElseZero(valid, last);
        V size = hn::Abs(x[0]);
        for (int v = 1; v < kVectors; ++v)
            size = hn::Max(size, hn::Abs(x[v]));
        if (HWY_LIKELY(IsSmall(size))) {
            for (int v = 0; v < kVectors; ++v)
                x[v] = ExponentialOfBounded(d, x[v]);
        } else {
            if (!m_isWhole)
                last = hn::IfThenElse(valid, last,
                                      hn::Set(d, -std::numeric_limits<float>::infinity()));
            V most = x[0];
            for (int v = 1; v < kVectors; ++v)
                most = hn::Max(most, x[v]);
            most = hn::MaxOfLanes(d, most);
            for (int v = 0; v < kVectors; ++v)
                x[v] = FastExponential(d, hn::Sub(x[v], most));
        }
        if (!m_isWhole)
            last = hn::IfThenElseZero(valid, last);
        V sum = x[0];
        for (int v = 1; v < kVectors; ++v)
            sum = hn::Add(sum, x[v]);
        return sum;
    }

    /// `left`: values of this row and of those that follow and overwrite what is too much. What
    /// lies behind them belongs to another thread.
    HWY_INLINE void Finish(const V *x, float quotient, float *dst, std::int64_t left) const
    {
        const D d;
        const V factor = hn::Set(d, quotient);
        for (int v = 0; v + 1 < kVectors; ++v)
            Put(hn::Mul(x[v], factor), dst + v * VectorLength());
        const V y = hn::Mul(x[kVectors - 1], factor);
        float *end = dst + (kVectors - 1) * VectorLength();
        if (left >= kVectors * VectorLength())
            Put(y, end);
        else
            StorePart(d, y, end, m_rest);
    }

private:
    HWY_INLINE void Put(V y, float *p) const
    {
        const D d;
        if (m_streaming)
            hn::Stream(y, d, p);
        else
            hn::StoreU(y, d, p);
    }

    std::size_t m_rest;
    bool m_isWhole;
    bool m_streaming;
};

template <int kVectors>
HWY_INLINE void SoftmaxInRegisters(const float *src, float *dst, std::int64_t rows, std::int64_t n,
                                   bool streaming)
{
    const bool isAligned = n % 16 == 0 && reinterpret_cast<std::uintptr_t>(dst) % 64 == 0;
    const RowsInRegisters<kVectors> run(n, streaming && isAligned);
    HWY_ALIGN float quotients[4];
    V x[4][kVectors];
    std::int64_t row = 0;
    for (; row + 4 <= rows; row += 4, src += 4 * n, dst += 4 * n) {
        const V a = run.Exponentials(src, x[0]);
        const V b = run.Exponentials(src + n, x[1]);
        const V c = run.Exponentials(src + 2 * n, x[2]);
        const V e = run.Exponentials(src + 3 * n, x[3]);
        FourQuotients(a, b, c, e, quotients);
        for (int r = 0; r < 4; ++r)
            run.Finish(x[r], quotients[r], dst + r * n, (rows - row - r) * n);
    }
    for (; row < rows; ++row, src += n, dst += n) {
        const V sum = run.Exponentials(src, x[0]);
        FourQuotients(sum, sum, sum, sum, quotients);
        run.Finish(x[0], quotients[0], dst, (rows - row) * n);
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

/// A block of columns: `line` is where its exponentials wait, `sums` becomes what they are to be
/// multiplied by, or for LogSoftmax the logarithm of their sum.
struct ColumnBlock
{
    const float *src;
    float *dst;
    float *line;
    float *sums;
    float *most;
    std::int64_t columns;
};

HWY_INLINE void AddTo(float *sums, bool isFirst, V x)
{
    const D d;
    hn::Store(isFirst ? x : hn::Add(hn::Load(d, sums), x), d, sums);
}

/// sums = Σ e^(x − most), the exponentials to `line` where it is not null.
HWY_INLINE void ColumnExponentials(const SoftmaxColumns &c, const ColumnBlock &block)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    for (std::int64_t k = 0; k < c.n; ++k)
        for (std::int64_t i = 0; i < block.columns; i += lanes) {
            const std::int64_t count = block.columns - i;
            const V x = LoadSome(block.src + k * c.step + i, count, 0);
            const V e = FastExponential(d, hn::Sub(x, hn::Load(d, block.most + i)));
            AddTo(block.sums + i, k == 0, e);
            if (block.line == nullptr)
                continue;
            float *line = block.line + k * c.lineStep + i;
            if (count >= lanes)
                hn::StoreU(e, d, line);
            else
                StorePart(d, e, line, static_cast<std::size_t>(count));
        }
}

/// Rows k and k + 1, or k alone, without a shift; returns the largest size of a value and `size`.
HWY_INLINE V SmallExponentials(const SoftmaxColumns &c, const ColumnBlock &block, std::int64_t k,
                               V size)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    const float *first = block.src + k * c.step;
    float *line = block.line + k * c.lineStep;
    if (k + 1 == c.n) {
        for (std::int64_t i = 0; i < block.columns; i += lanes) {
            const V x = hn::LoadU(d, first + i);
            size = hn::Max(size, hn::Abs(x));
            const V a = FastExponential(d, x);
            hn::StoreU(a, d, line + i);
            AddTo(block.sums + i, k == 0, a);
        }
        return size;
    }
    const float *second = first + c.step;
    const std::int64_t ahead = 2 * c.step;
    for (std::int64_t i = 0; i < block.columns; i += lanes) {
        hwy::Prefetch(first + ahead + i);
        hwy::Prefetch(second + ahead + i);
        const V x = hn::LoadU(d, first + i);
        const V y = hn::LoadU(d, second + i);
        size = hn::Max(size, hn::Max(hn::Abs(x), hn::Abs(y)));
        const V a = FastExponential(d, x);
        const V b = FastExponential(d, y);
        hn::StoreU(a, d, line + i);
        hn::StoreU(b, d, line + c.lineStep + i);
        AddTo(block.sums + i, k == 0, hn::Add(a, b));
    }
    return size;
}

/// The maximum of each column; a NaN reaches the results through the sum.
HWY_INLINE void ColumnMaxima(const SoftmaxColumns &c, const ColumnBlock &block)
{
    const D d;
    for (std::int64_t k = 0; k < c.n; ++k)
        for (std::int64_t i = 0; i < block.columns; i += VectorLength()) {
            const V x = LoadSome(block.src + k * c.step + i, block.columns - i, 0);
            hn::Store(k == 0 ? x : hn::Max(hn::Load(d, block.most + i), x), d, block.most + i);
        }
}

template <bool kStream>
HWY_INLINE void FinishRow(const SoftmaxColumns &c, const ColumnBlock &block, std::int64_t k)
{
    const D d;
    float *dst = block.dst + k * c.step;
    const float *sums = block.sums;
    if (c.kind == SoftmaxKind::Softmax) {
        const float *line = block.line + k * c.lineStep;
        const auto f = [=](std::int64_t i) HWY_ATTR {
            return hn::Mul(hn::LoadU(d, line + i), hn::LoadU(d, sums + i));
        };
        const auto part = [=](std::int64_t i, std::size_t n) HWY_ATTR {
            return hn::Mul(LoadPart(d, line + i, n), LoadPart(d, sums + i, n));
        };
        return FillRow<kStream>(dst, block.columns, f, part);
    }
    const float *src = block.src + k * c.step;
    const float *most = block.most;
    const auto f = [=](std::int64_t i) HWY_ATTR {
        const V x = hn::Sub(hn::LoadU(d, src + i), hn::LoadU(d, most + i));
        return hn::Sub(x, hn::LoadU(d, sums + i));
    };
    const auto part = [=](std::int64_t i, std::size_t n) HWY_ATTR {
        const V x = hn::Sub(LoadPart(d, src + i, n), LoadPart(d, most + i, n));
        return hn::Sub(x, LoadPart(d, sums + i, n));
    };
    FillRow<kStream>(dst, block.columns, f, part);
}

HWY_INLINE void FinishRows(const SoftmaxColumns &c, const ColumnBlock &block, std::int64_t begin,
                           std::int64_t end)
{
    for (std::int64_t k = begin; k < end; ++k) {
        if (c.streaming)
            FinishRow<true>(c, block, k);
        else
            FinishRow<false>(c, block, k);
    }
}

/// While a block is read, the one before it is written.
void RunSoftmaxColumns(const SoftmaxColumns *columns)
{
    const D d;
    const std::int64_t lanes = VectorLength();
    const SoftmaxColumns &c = *columns;
    HWY_ALIGN float most[kSoftmaxColumns];
    HWY_ALIGN float sums[2][kSoftmaxColumns];
    const bool isPlain = c.kind == SoftmaxKind::Softmax;
    ColumnBlock before{};
    for (std::int64_t first = 0, turn = 0; first < c.columns; first += c.width, turn ^= 1) {
        const std::int64_t count = c.columns - first < c.width ? c.columns - first : c.width;
        float *line = isPlain ? c.lines[turn] + (c.linesMove ? first : 0) : nullptr;
        const ColumnBlock block{c.src + first, c.dst + first, line, sums[turn], most, count};
        const bool mayBeSmall = isPlain && count % lanes == 0;
        V size = hn::Zero(d);
        for (std::int64_t k = 0; k < c.n; k += 2) {
            if (mayBeSmall)
                size = SmallExponentials(c, block, k, size);
            if (before.columns > 0)
                FinishRows(c, before, k, k + 2 < c.n ? k + 2 : c.n);
        }
        if (!mayBeSmall || !IsSmall(size)) {
            ColumnMaxima(c, block);
            ColumnExponentials(c, block);
        }
        for (std::int64_t i = 0; i < count; i += lanes) {
            const V sum = hn::Load(d, block.sums + i);
            hn::Store(isPlain ? hn::Div(hn::Set(d, 1), sum) : LogOfSum(sum), d, block.sums + i);
        }
        before = block;
        if (!isPlain) {
            FinishRows(c, block, 0, c.n);
            before.columns = 0;
        }
    }
    if (before.columns > 0)
        FinishRows(c, before, 0, c.n);
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(SoftmaxRows);
HWY_EXPORT(RunSoftmaxColumns);

void softmaxRows(SoftmaxKind kind, const float *src, float *dst, std::int64_t rows, std::int64_t n,
                 bool streaming)
{
    HWY_DYNAMIC_DISPATCH(SoftmaxRows)(kind, src, dst, rows, n, streaming);
}

void softmaxColumns(const SoftmaxColumns &columns)
{
    HWY_DYNAMIC_DISPATCH(RunSoftmaxColumns)(&columns);
}

} // namespace convscope
#endif
