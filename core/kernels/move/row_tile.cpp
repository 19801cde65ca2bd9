// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/row_tile.h"

#include <hwy/cache_control.h>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/move/row_tile.cpp"
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

template <class F, class FPart>
HWY_INLINE void Fill(float *dst, std::int64_t n, bool streaming, const F &f, const FPart &fPart)
{
    if (streaming)
        FillRow<true>(dst, n, f, fPart);
    else
        FillRow<false>(dst, n, f, fPart);
}

void Copy(const float *src, float *dst, std::int64_t n, bool streaming)
{
    const D d;
    Fill(
        dst, n, streaming, [=](std::int64_t i) HWY_ATTR { return hn::LoadU(d, src + i); },
        [=](std::int64_t i, std::size_t count) HWY_ATTR { return LoadPart(d, src + i, count); });
}

void StreamAndFetch(const float *src, float *dst, std::int64_t n, const float *next)
{
    const D d;
    FillRow<true>(
        dst, n,
        [=](std::int64_t i) HWY_ATTR {
            hwy::Prefetch(next + i);
            return hn::LoadU(d, src + i);
        },
        [=](std::int64_t i, std::size_t count) HWY_ATTR { return LoadPart(d, src + i, count); });
}

void CopyRows(const float *src, std::int64_t srcStep, float *dst, std::int64_t dstStep,
              std::int64_t rows, std::int64_t n)
{
    const D d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    for (; rows > 0; --rows, src += srcStep, dst += dstStep) {
        std::int64_t i = 0;
        for (; i + lanes <= n; i += lanes)
            hn::StoreU(hn::LoadU(d, src + i), d, dst + i);
        if (i < n && n >= lanes) {
            hn::StoreU(hn::LoadU(d, src + n - lanes), d, dst + n - lanes);
            continue;
        }
        for (; i < n; ++i)
            dst[i] = src[i];
    }
}

#if HWY_TARGET == HWY_SCALAR
HWY_INLINE void TransposeFour(const float *src, std::int64_t srcStep, float *dst, std::int64_t,
                              std::int64_t)
{
    for (std::int64_t j = 0; j < 4; ++j)
        dst[j] = src[j * srcStep];
}
#else
/// The blocks of four values of v, `step` apart.
template <class DBlocks, class VBlocks>
HWY_INLINE void StoreBlocks(DBlocks d, VBlocks v, float *p, std::int64_t step)
{
    if constexpr (hn::MaxLanes(DBlocks()) <= 4) {
        hn::StoreU(v, d, p);
    } else {
        const hn::Half<DBlocks> half;
        StoreBlocks(half, hn::LowerHalf(half, v), p, step);
        const auto blocks = static_cast<std::int64_t>(hn::Lanes(half)) / 4;
        StoreBlocks(half, hn::UpperHalf(half, v), p + blocks * step, step);
    }
}

/// A vector of rows, four columns.
HWY_INLINE void TransposeFour(const float *src, std::int64_t srcStep, float *dst,
                              std::int64_t dstStep, std::int64_t ahead)
{
    const D d;
    if (ahead > 0)
        for (std::int64_t j = 0; j < 4; ++j)
            hwy::Prefetch(src + j * srcStep + ahead);
    const V a = hn::LoadU(d, src);
    const V b = hn::LoadU(d, src + srcStep);
    const V c = hn::LoadU(d, src + 2 * srcStep);
    const V e = hn::LoadU(d, src + 3 * srcStep);
    const V lowAc = hn::InterleaveLower(d, a, c);
    const V lowBe = hn::InterleaveLower(d, b, e);
    const V highAc = hn::InterleaveUpper(d, a, c);
    const V highBe = hn::InterleaveUpper(d, b, e);
    StoreBlocks(d, hn::InterleaveLower(d, lowAc, lowBe), dst, 4 * dstStep);
    StoreBlocks(d, hn::InterleaveUpper(d, lowAc, lowBe), dst + dstStep, 4 * dstStep);
    StoreBlocks(d, hn::InterleaveLower(d, highAc, highBe), dst + 2 * dstStep, 4 * dstStep);
    StoreBlocks(d, hn::InterleaveUpper(d, highAc, highBe), dst + 3 * dstStep, 4 * dstStep);
}
#endif

/// Rows taken together: some cache lines of each column are read before the next columns are.
constexpr std::int64_t kTransposedRows = 64;

void TransposeRows(const float *src, std::int64_t srcStep, float *dst, std::int64_t dstStep,
                   std::int64_t rows, std::int64_t columns, std::int64_t ahead)
{
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(D()));
    const std::int64_t wholeRows = rows / lanes * lanes;
    const std::int64_t wholeColumns = columns / 4 * 4;
    for (std::int64_t top = 0; top < wholeRows; top += kTransposedRows) {
        const std::int64_t end =
            top + kTransposedRows < wholeRows ? top + kTransposedRows : wholeRows;
        for (std::int64_t j = 0; j < wholeColumns; j += 4)
            for (std::int64_t i = top; i < end; i += lanes)
                TransposeFour(src + i + j * srcStep, srcStep, dst + i * dstStep + j, dstStep,
                              ahead);
    }
    for (std::int64_t j = wholeColumns; j < columns; ++j)
        for (std::int64_t i = 0; i < wholeRows; ++i)
            dst[i * dstStep + j] = src[i + j * srcStep];
    for (std::int64_t i = wholeRows; i < rows; ++i)
        for (std::int64_t j = 0; j < columns; ++j)
            dst[i * dstStep + j] = src[i + j * srcStep];
}

void Zero(float *dst, std::int64_t n, bool streaming)
{
    const D d;
    Fill(
        dst, n, streaming, [=](std::int64_t) HWY_ATTR { return hn::Zero(d); },
        [=](std::int64_t, std::size_t) HWY_ATTR { return hn::Zero(d); });
}

void AffineRows(const float *src, float *dst, std::int64_t rows, std::int64_t n,
                const float *center, const float *scale, const float *shift, bool streaming)
{
    const D d;
    for (std::int64_t row = 0; row < rows; ++row, src += n, dst += n)
        Fill(
            dst, n, streaming,
            [=](std::int64_t i) HWY_ATTR {
                const V x = hn::Sub(hn::LoadU(d, src + i), hn::LoadU(d, center + i));
                return hn::MulAdd(x, hn::LoadU(d, scale + i), hn::LoadU(d, shift + i));
            },
            [=](std::int64_t i, std::size_t count) HWY_ATTR {
                const V x = hn::Sub(LoadPart(d, src + i, count), LoadPart(d, center + i, count));
                return hn::MulAdd(x, LoadPart(d, scale + i, count), LoadPart(d, shift + i, count));
            });
}

void AffineRow(const float *src, float *dst, std::int64_t n, float center, float scale, float shift,
               bool streaming)
{
    const D d;
    const auto f = [=](V x) HWY_ATTR {
        return hn::MulAdd(hn::Sub(x, hn::Set(d, center)), hn::Set(d, scale), hn::Set(d, shift));
    };
    Fill(
        dst, n, streaming, [=](std::int64_t i) HWY_ATTR { return f(hn::LoadU(d, src + i)); },
        [=](std::int64_t i, std::size_t count) HWY_ATTR { return f(LoadPart(d, src + i, count)); });
}

template <class F>
HWY_INLINE void Fold(const float *const *sources, std::int64_t count, float *dst, std::int64_t n,
                     bool streaming, float divisor, const F &f)
{
    const D d;
    Fill(
        dst, n, streaming,
        [=](std::int64_t i) HWY_ATTR {
            V y = hn::LoadU(d, sources[0] + i);
            for (std::int64_t s = 1; s < count; ++s)
                y = f(y, hn::LoadU(d, sources[s] + i));
            return divisor == 1 ? y : hn::Div(y, hn::Set(d, divisor));
        },
        [=](std::int64_t i, std::size_t part) HWY_ATTR {
            V y = LoadPart(d, sources[0] + i, part);
            for (std::int64_t s = 1; s < count; ++s)
                y = f(y, LoadPart(d, sources[s] + i, part));
            return divisor == 1 ? y : hn::Div(y, hn::Set(d, divisor));
        });
}

void Merge(MergeOp op, const float *const *sources, std::int64_t count, float *dst, std::int64_t n,
           bool streaming)
{
    const auto add = [](V a, V b) HWY_ATTR { return hn::Add(a, b); };
    const auto subtract = [](V a, V b) HWY_ATTR { return hn::Sub(a, b); };
    const auto multiply = [](V a, V b) HWY_ATTR { return hn::Mul(a, b); };
    const auto divide = [](V a, V b) HWY_ATTR { return hn::Div(a, b); };
    const auto maximum = [](V a, V b) HWY_ATTR {
        return hn::IfThenElse(hn::Or(hn::Gt(b, a), hn::IsNaN(b)), b, a);
    };
    const auto minimum = [](V a, V b) HWY_ATTR {
        return hn::IfThenElse(hn::Or(hn::Lt(b, a), hn::IsNaN(b)), b, a);
    };
    switch (op) {
    case MergeOp::Add:
        return Fold(sources, count, dst, n, streaming, 1, add);
    case MergeOp::Average:
        return Fold(sources, count, dst, n, streaming, static_cast<float>(count), add);
    case MergeOp::Subtract:
        return Fold(sources, count, dst, n, streaming, 1, subtract);
    case MergeOp::Multiply:
        return Fold(sources, count, dst, n, streaming, 1, multiply);
    case MergeOp::Maximum:
        return Fold(sources, count, dst, n, streaming, 1, maximum);
    case MergeOp::Minimum:
        return Fold(sources, count, dst, n, streaming, 1, minimum);
    case MergeOp::Divide:
        return Fold(sources, count, dst, n, streaming, 1, divide);
    case MergeOp::Power:
        break; // left to the library: see merge()
    }
}

void Prelu(const float *src, const float *alpha, float *dst, std::int64_t n, bool streaming)
{
    const D d;
    const auto f = [=](V x, V slope) HWY_ATTR {
        return hn::NegMulAdd(slope, AtLeast(d, hn::Neg(x), 0), AtLeast(d, x, 0));
    };
    Fill(
        dst, n, streaming,
        [=](std::int64_t i) HWY_ATTR { return f(hn::LoadU(d, src + i), hn::LoadU(d, alpha + i)); },
        [=](std::int64_t i, std::size_t count)
            HWY_ATTR { return f(LoadPart(d, src + i, count), LoadPart(d, alpha + i, count)); });
}

void Glu(const float *a, const float *b, float *dst, std::int64_t n)
{
    const D d;
    Fill(
        dst, n, false,
        [=](std::int64_t i)
            HWY_ATTR { return hn::Mul(hn::LoadU(d, a + i), Sigmoid(d, hn::LoadU(d, b + i))); },
        [=](std::int64_t i, std::size_t count) HWY_ATTR {
            return hn::Mul(LoadPart(d, a + i, count), Sigmoid(d, LoadPart(d, b + i, count)));
        });
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(Copy);
HWY_EXPORT(StreamAndFetch);
HWY_EXPORT(CopyRows);
HWY_EXPORT(TransposeRows);
HWY_EXPORT(Zero);
HWY_EXPORT(AffineRows);
HWY_EXPORT(AffineRow);
HWY_EXPORT(Merge);
HWY_EXPORT(Prelu);
HWY_EXPORT(Glu);

void copyRow(const float *src, float *dst, std::int64_t n, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(Copy)(src, dst, n, streaming);
}

void streamRow(const float *src, float *dst, std::int64_t n, const float *next)
{
    HWY_DYNAMIC_DISPATCH(StreamAndFetch)(src, dst, n, next);
}

void copyRows(const float *src, std::int64_t srcStep, float *dst, std::int64_t dstStep,
              std::int64_t rows, std::int64_t n)
{
    HWY_DYNAMIC_DISPATCH(CopyRows)(src, srcStep, dst, dstStep, rows, n);
}

void transposeRows(const float *src, std::int64_t srcStep, float *dst, std::int64_t dstStep,
                   std::int64_t rows, std::int64_t columns, std::int64_t ahead)
{
    HWY_DYNAMIC_DISPATCH(TransposeRows)(src, srcStep, dst, dstStep, rows, columns, ahead);
}

void zeroRow(float *dst, std::int64_t n, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(Zero)(dst, n, streaming);
}

void affineRows(const float *src, float *dst, std::int64_t rows, std::int64_t n,
                const float *center, const float *scale, const float *shift, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(AffineRows)(src, dst, rows, n, center, scale, shift, streaming);
}

void affineRow(const float *src, float *dst, std::int64_t n, float center, float scale, float shift,
               bool streaming)
{
    HWY_DYNAMIC_DISPATCH(AffineRow)(src, dst, n, center, scale, shift, streaming);
}

void mergeRow(MergeOp op, const float *const *sources, std::int64_t count, float *dst,
              std::int64_t n, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(Merge)(op, sources, count, dst, n, streaming);
}

void preluRow(const float *src, const float *alpha, float *dst, std::int64_t n, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(Prelu)(src, alpha, dst, n, streaming);
}

void gluRow(const float *a, const float *b, float *dst, std::int64_t n)
{
    HWY_DYNAMIC_DISPATCH(Glu)(a, b, dst, n);
}

} // namespace convscope
#endif
