// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/window_tile.h"

#include <hwy/cache_control.h>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/window/window_tile.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/simd/vector_loop-inl.h"

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
    HWY_INLINE V operator()(V a, V b) const { return LargerOrNaN(a, b); }
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
    if (streaming)
        FillRow<true>(dst, n, f, part);
    else
        FillRow<false>(dst, n, f, part);
}

/// dst[i] = rows[0][i] op … op rows[kCount − 1][i]; dst may be one of the rows. What lies `ahead`
/// of the last row, or of the last two, is fetched meanwhile.
template <int kCount, int kFresh, class Op>
HWY_INLINE void ReduceFew(const Op &op, const float *const *rows, std::int64_t ahead, float *dst,
                          std::int64_t n)
{
    const D d;
    const float *first = rows[0];
    const float *second = rows[kCount > 1 ? 1 : 0];
    const float *third = rows[kCount > 2 ? 2 : 0];
    const float *fourth = rows[kCount > 3 ? 3 : 0];
    const float *next = rows[kCount - 1] + ahead;
    const float *nextButOne = rows[kCount > 1 ? kCount - 2 : 0] + ahead;
    Fill(dst, n, false, [=](std::int64_t i) HWY_ATTR {
        if constexpr (kFresh > 0)
            hwy::Prefetch(next + i);
        if constexpr (kFresh > 1)
            hwy::Prefetch(nextButOne + i);
        V y = hn::LoadU(d, first + i);
        if constexpr (kCount > 1)
            y = op(y, hn::LoadU(d, second + i));
        if constexpr (kCount > 2)
            y = op(y, hn::LoadU(d, third + i));
        if constexpr (kCount > 3)
            y = op(y, hn::LoadU(d, fourth + i));
        return y;
    });
}

template <int kFresh, class Op>
HWY_INLINE void ReduceUpToFour(const Op &op, const float *const *rows, std::int64_t count,
                               std::int64_t ahead, float *dst, std::int64_t n)
{
    switch (count) {
    case 1:
        return ReduceFew<1, kFresh>(op, rows, ahead, dst, n);
    case 2:
        return ReduceFew<2, kFresh>(op, rows, ahead, dst, n);
    case 3:
        return ReduceFew<3, kFresh>(op, rows, ahead, dst, n);
    default:
        return ReduceFew<4, kFresh>(op, rows, ahead, dst, n);
    }
}

template <class Op>
HWY_INLINE void ReduceRowsBy(const Op &op, const RowSet &set, float *dst, std::int64_t n)
{
    const std::int64_t count = set.count;
    if (set.fresh == 1 && count <= 4)
        return ReduceUpToFour<1>(op, set.rows, count, set.ahead, dst, n);
    if (set.fresh > 1 && count <= 4)
        return ReduceUpToFour<2>(op, set.rows, count, set.ahead, dst, n);
    ReduceUpToFour<0>(op, set.rows, count, 0, dst, n);
    for (std::int64_t r = 4; r < count; r += 3) {
        const std::int64_t rest = count - r;
        const float *const *rows = set.rows + r;
        const float *more[] = {dst, rows[0], rows[rest > 1 ? 1 : 0], rows[rest > 2 ? 2 : 0]};
        ReduceUpToFour<0>(op, more, rest > 2 ? 4 : rest + 1, 0, dst, n);
    }
}

void ReduceRows(PoolKind kind, const RowSet *rows, float *dst, std::int64_t n)
{
    switch (kind) {
    case PoolKind::Max:
        return ReduceRowsBy(Maximum(), *rows, dst, n);
    case PoolKind::Average:
        return ReduceRowsBy(Sum(), *rows, dst, n);
    }
}

void BlendRows(const float *const *rows, const float *weights, std::int64_t count, float *dst,
               std::int64_t n, bool streaming)
{
    const D d;
    const float *first = rows[0];
    const float *second = count > 1 ? rows[1] : first;
    if (count == 1)
        return Fill(dst, n, streaming,
                    [=](std::int64_t i) HWY_ATTR { return hn::LoadU(d, first + i); });
    if (count == 2) {
        const float a = weights[0];
        const float b = weights[1];
        return Fill(dst, n, streaming, [=](std::int64_t i) HWY_ATTR {
            const V y = hn::Mul(hn::LoadU(d, first + i), hn::Set(d, a));
            return hn::MulAdd(hn::LoadU(d, second + i), hn::Set(d, b), y);
        });
    }
    Fill(dst, n, streaming, [=](std::int64_t i) HWY_ATTR {
        V y = hn::Mul(hn::LoadU(d, first + i), hn::Set(d, weights[0]));
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
    if (streaming && CanStreamCells(dst, c))
        FillCells<true>(dst, cells, c, f);
    else
        FillCells<false>(dst, cells, c, f);
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
    const auto along = [=](const float *p) HWY_ATTR {
        V y = hn::LoadU(d, p);
        for (std::int64_t k = 1; k < taps; ++k)
            y = op(y, hn::LoadU(d, p + k * c));
        return hn::Mul(y, hn::Set(d, factor));
    };
    const auto two = [=](const float *p) HWY_ATTR {
        const V y = op(hn::LoadU(d, p), hn::LoadU(d, p + c));
        return hn::Mul(y, hn::Set(d, factor));
    };
    const auto three = [=](const float *p) HWY_ATTR {
        const V y = op(hn::LoadU(d, p), hn::LoadU(d, p + c));
        return hn::Mul(op(y, hn::LoadU(d, p + 2 * c)), hn::Set(d, factor));
    };
    const auto run = [=](const auto &window) HWY_ATTR {
        if (w.stride == 1)
            return Fill(dst, w.cells * c, streaming,
                        [=](std::int64_t i) HWY_ATTR { return window(src + i); });
        const std::int64_t step = w.stride * c;
        Cells(dst, w.cells, c, streaming,
              [=](std::int64_t j, std::int64_t i) HWY_ATTR { return window(src + j * step + i); });
    };
    if (w.stride == 1 || c >= Lanes()) {
        if (taps == 2)
            return run(two);
        return taps == 3 ? run(three) : run(along);
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
    switch (windows->kind) {
    case PoolKind::Max:
        return ReduceCellsBy(*windows, Maximum(), src, dst, streaming);
    case PoolKind::Average:
        return ReduceCellsBy(*windows, Sum(), src, dst, streaming);
    }
}

void BlendCells(const CellBlend *blend, const float *src, float *dst)
{
    const D d;
    const CellBlend b = *blend;
    const std::int64_t *first = b.first;
    const std::int64_t c = b.c;
    const std::int64_t ahead = b.ahead;
    if (b.taps == 1)
        return Cells(dst, b.cells, c, false, [=](std::int64_t j, std::int64_t i) HWY_ATTR {
            return hn::LoadU(d, src + first[j] * c + i);
        });
    if (b.taps == 2)
        return Cells(dst, b.cells, c, false, [=](std::int64_t j, std::int64_t i) HWY_ATTR {
            const float *p = src + first[j] * c + i;
            hwy::Prefetch(p + ahead);
            const V y = hn::Mul(hn::LoadU(d, p), hn::Set(d, b.weights[2 * j]));
            return hn::MulAdd(hn::LoadU(d, p + c), hn::Set(d, b.weights[2 * j + 1]), y);
        });
    Cells(dst, b.cells, c, false, [=](std::int64_t j, std::int64_t i) HWY_ATTR {
        const float *p = src + first[j] * c + i;
        const float *weights = b.weights + j * b.taps;
        V y = hn::Mul(hn::LoadU(d, p), hn::Set(d, weights[0]));
        for (std::int64_t k = 1; k < b.taps; ++k)
            y = hn::MulAdd(hn::LoadU(d, p + k * c), hn::Set(d, weights[k]), y);
        return y;
    });
}

/// `source(k)` gives tap k. A single one weighs 1.
template <class Source>
HWY_INLINE V BlendVector(const ValueBlend &b, std::int64_t e, const Source &source)
{
    const D d;
    if (b.taps == 1)
        return source(0);
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
        hwy::Prefetch(from + b.ahead);
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
        float y = b.taps == 1 ? src[b.index[e]] : b.weights[e] * src[b.index[e]];
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

void reduceRows(PoolKind kind, const RowSet &rows, float *dst, std::int64_t n)
{
    HWY_DYNAMIC_DISPATCH(ReduceRows)(kind, &rows, dst, n);
}

void blendRows(const float *const *rows, const float *weights, std::int64_t count, float *dst,
               std::int64_t n, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(BlendRows)(rows, weights, count, dst, n, streaming);
}

void reduceCells(const CellWindows &windows, const float *src, float *dst, bool streaming)
{
    HWY_DYNAMIC_DISPATCH(ReduceCells)(&windows, src, dst, streaming);
}

void blendCells(const CellBlend &blend, const float *src, float *dst)
{
    HWY_DYNAMIC_DISPATCH(BlendCells)(&blend, src, dst);
}

void blendValues(const ValueBlend &blend, std::int64_t begin, std::int64_t end, const float *src,
                 float *dst)
{
    HWY_DYNAMIC_DISPATCH(BlendValues)(&blend, begin, end, src, dst);
}

} // namespace convscope
#endif
