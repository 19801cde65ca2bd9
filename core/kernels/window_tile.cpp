// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window_tile.h"

#include <hwy/cache_control.h>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/window_tile.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/vector_loop-inl.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

struct Sum
{
    HWY_INLINE V operator()(V a, V b) const { return hn::Add(a, b); }
    static float one(float a, float b) { return a + b; }
};

// NaN wins, whichever side it is on.
struct Maximum
{
    HWY_INLINE V operator()(V a, V b) const
    {
        return hn::IfThenElse(hn::Or(hn::Gt(b, a), hn::IsNaN(b)), b, a);
    }
    static float one(float a, float b) { return b > a || b != b ? b : a; }
};

std::int64_t Lanes()
{
    return static_cast<std::int64_t>(hn::Lanes(D()));
}

/// Fills dst[0, n) with f(i), which may read a vector past the end.
template <class F>
HWY_INLINE void Fill(float *dst, std::int64_t n, bool streaming, const F &f)
{
    const auto part = [=](std::int64_t i, std::size_t) HWY_ATTR { return f(i); };
    if (streaming) {
        FillRow<true>(dst, n, f, part);
        hwy::FlushStream();
    } else {
        FillRow<false>(dst, n, f, part);
    }
}

template <class Op>
HWY_INLINE void ReduceRowsBy(const Op &op, const float *const *rows, std::int64_t count, float *dst,
                             std::int64_t n)
{
    const D d;
    Fill(dst, n, false, [=](std::int64_t i) HWY_ATTR {
        V y = hn::LoadU(d, rows[0] + i);
        for (std::int64_t r = 1; r < count; ++r)
            y = op(y, hn::LoadU(d, rows[r] + i));
        return y;
    });
}

void ReduceRows(PoolKind kind, const float *const *rows, std::int64_t count, float *dst,
                std::int64_t n)
{
    if (kind == PoolKind::Max)
        ReduceRowsBy(Maximum(), rows, count, dst, n);
    else
        ReduceRowsBy(Sum(), rows, count, dst, n);
}

void BlendRows(const float *const *rows, const float *weights, std::int64_t count, float *dst,
               std::int64_t n)
{
    const D d;
    Fill(dst, n, false, [=](std::int64_t i) HWY_ATTR {
        V y = hn::Mul(hn::LoadU(d, rows[0] + i), hn::Set(d, weights[0]));
        for (std::int64_t r = 1; r < count; ++r)
            y = hn::MulAdd(hn::LoadU(d, rows[r] + i), hn::Set(d, weights[r]), y);
        return y;
    });
}

bool CanStreamCells(const float *dst, std::int64_t c)
{
    return c % 16 == 0 && reinterpret_cast<std::uintptr_t>(dst) % 64 == 0;
}

/// One cell after the other, a vector of channels at a time; the last vector ends with the
/// channels.
template <bool kStream, class F>
HWY_INLINE void FillCells(float *dst, std::int64_t cells, std::int64_t c, const F &f)
{
    const D d;
    const std::int64_t lanes = Lanes();
    for (std::int64_t j = 0; j < cells; ++j, dst += c) {
        std::int64_t i = 0;
        for (; i + lanes <= c; i += lanes) {
            if constexpr (kStream)
                hn::Stream(f(j, i), d, dst + i);
            else
                hn::StoreU(f(j, i), d, dst + i);
        }
        if (i < c)
            hn::StoreU(f(j, c - lanes), d, dst + c - lanes);
    }
}

template <class F>
HWY_INLINE void Cells(float *dst, std::int64_t cells, std::int64_t c, bool streaming, const F &f)
{
    if (streaming && CanStreamCells(dst, c)) {
        FillCells<true>(dst, cells, c, f);
        hwy::FlushStream();
    } else {
        FillCells<false>(dst, cells, c, f);
    }
}

template <class Op>
HWY_INLINE void EverySecondValue(const CellWindows &w, const Op &op, const float *src, float *dst)
{
    const D d;
    const std::int64_t lanes = Lanes();
    const V scale = hn::Set(d, w.scale);
    std::int64_t j = 0;
    // Two vectors are read per result; the row may end one value earlier.
    for (; j + lanes <= w.cells; j += lanes) {
        V even;
        V odd;
        hn::LoadInterleaved2(d, src + 2 * j, even, odd);
        V y = w.taps > 1 ? op(even, odd) : even;
        for (std::int64_t k = 2; k < w.taps; k += 2) {
            hn::LoadInterleaved2(d, src + 2 * j + k, even, odd);
            y = op(y, even);
            if (k + 1 < w.taps)
                y = op(y, odd);
        }
        hn::StoreU(hn::Mul(y, scale), d, dst + j);
    }
    for (; j < w.cells; ++j) {
        float y = src[2 * j];
        for (std::int64_t k = 1; k < w.taps; ++k)
            y = Op::one(y, src[2 * j + k]);
        dst[j] = y * w.scale;
    }
}

template <class Op>
HWY_INLINE void ReduceCellsBy(const CellWindows &w, const Op &op, const float *src, float *dst,
                              bool streaming)
{
    const D d;
    const std::int64_t c = w.c;
    const std::int64_t taps = w.taps;
    const float factor = w.scale;
    if (w.stride == 1)
        return Fill(dst, w.cells * c, streaming, [=](std::int64_t i) HWY_ATTR {
            V y = hn::LoadU(d, src + i);
            for (std::int64_t k = 1; k < taps; ++k)
                y = op(y, hn::LoadU(d, src + k * c + i));
            return hn::Mul(y, hn::Set(d, factor));
        });
    if (c >= Lanes()) {
        const std::int64_t step = w.stride * c;
        return Cells(dst, w.cells, c, streaming, [=](std::int64_t j, std::int64_t i) HWY_ATTR {
            const float *p = src + j * step + i;
            V y = hn::LoadU(d, p);
            for (std::int64_t k = 1; k < taps; ++k)
                y = op(y, hn::LoadU(d, p + k * c));
            return hn::Mul(y, hn::Set(d, factor));
        });
    }
    if (c == 1 && w.stride == 2)
        return EverySecondValue(w, op, src, dst);
    for (std::int64_t j = 0; j < w.cells; ++j)
        for (std::int64_t i = 0; i < c; ++i) {
            const float *p = src + j * w.stride * c + i;
            float y = *p;
            for (std::int64_t k = 1; k < taps; ++k)
                y = Op::one(y, p[k * c]);
            dst[j * c + i] = y * factor;
        }
}

void ReduceCells(const CellWindows *windows, const float *src, float *dst, bool streaming)
{
    if (windows->kind == PoolKind::Max)
        ReduceCellsBy(*windows, Maximum(), src, dst, streaming);
    else
        ReduceCellsBy(*windows, Sum(), src, dst, streaming);
}

void BlendCells(const CellBlend *blend, const float *src, float *dst, bool streaming)
{
    const D d;
    const CellBlend b = *blend;
    Cells(dst, b.cells, b.c, streaming, [=](std::int64_t j, std::int64_t i) HWY_ATTR {
        const float *p = src + b.first[j] * b.c + i;
        const float *weights = b.weights + j * b.taps;
        V y = hn::Mul(hn::LoadU(d, p), hn::Set(d, weights[0]));
        for (std::int64_t k = 1; k < b.taps; ++k)
            y = hn::MulAdd(hn::LoadU(d, p + k * b.c), hn::Set(d, weights[k]), y);
        return y;
    });
}

template <class Source>
HWY_INLINE V BlendVector(const ValueBlend &b, std::int64_t e, const Source &source)
{
    const D d;
    V y = hn::Mul(source(0), hn::LoadU(d, b.weights + e));
    for (std::int64_t k = 1; k < b.taps; ++k)
        y = hn::MulAdd(source(k * b.c), hn::LoadU(d, b.weights + k * b.n + e), y);
    return y;
}

void BlendValues(const ValueBlend *blend, std::int64_t begin, std::int64_t end, const float *src,
                 float *dst)
{
    const D d;
    const hn::RebindToSigned<D> di;
    const ValueBlend b = *blend;
    const std::int64_t lanes = Lanes();
    std::int64_t e = begin;
    for (; e + lanes <= end; e += lanes) {
        const std::int32_t base = b.base[e / lanes];
        const auto index = hn::Sub(hn::LoadU(di, b.index + e), hn::Set(di, base));
        const float *from = src + base;
        V y;
        if (b.isNear) {
            const auto shuffle = hn::IndicesFromVec(d, index);
            y = BlendVector(b, e, [=](std::int64_t k) HWY_ATTR {
                return hn::TableLookupLanes(hn::LoadU(d, from + k), shuffle);
            });
        } else {
            y = BlendVector(
                b, e, [=](std::int64_t k) HWY_ATTR { return hn::GatherIndex(d, from + k, index); });
        }
        hn::StoreU(y, d, dst + e);
    }
    for (; e < end; ++e) {
        float y = b.weights[e] * src[b.index[e]];
        for (std::int64_t k = 1; k < b.taps; ++k)
            y += b.weights[k * b.n + e] * src[b.index[e] + k * b.c];
        dst[e] = y;
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(Lanes);
HWY_EXPORT(ReduceRows);
HWY_EXPORT(BlendRows);
HWY_EXPORT(ReduceCells);
HWY_EXPORT(BlendCells);
HWY_EXPORT(BlendValues);

std::int64_t vectorLanes()
{
    return HWY_DYNAMIC_DISPATCH(Lanes)();
}

void reduceRows(PoolKind kind, const float *const *rows, std::int64_t count, float *dst,
                std::int64_t n)
{
    HWY_DYNAMIC_DISPATCH(ReduceRows)(kind, rows, count, dst, n);
}

void blendRows(const float *const *rows, const float *weights, std::int64_t count, float *dst,
               std::int64_t n)
{
    HWY_DYNAMIC_DISPATCH(BlendRows)(rows, weights, count, dst, n);
}

void reduceCells(const CellWindows &windows, const float *src, float *dst, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(ReduceCells)(&windows, src, dst, streaming);
}

void blendCells(const CellBlend &blend, const float *src, float *dst, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(BlendCells)(&blend, src, dst, streaming);
}

void blendValues(const ValueBlend &blend, std::int64_t begin, std::int64_t end, const float *src,
                 float *dst)
{
    HWY_DYNAMIC_DISPATCH(BlendValues)(&blend, begin, end, src, dst);
}

} // namespace convscope
#endif
