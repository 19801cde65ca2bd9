// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The one-dimensional transforms of winograd_tile.h on vectors; once per instruction set.
#if defined(CONVSCOPE_WINOGRAD_VECTORS) == defined(HWY_TARGET_TOGGLE)
#ifdef CONVSCOPE_WINOGRAD_VECTORS
#undef CONVSCOPE_WINOGRAD_VECTORS
#else
#define CONVSCOPE_WINOGRAD_VECTORS
#endif

#include "kernels/winograd/winograd_tile.h"

#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Bᵀ d, all factors exact in binary.
template <class V>
HWY_INLINE void inputPoints(const V (&d)[6], V (&r)[6])
{
    const hn::DFromV<V> tag;
    const V much = hn::Set(tag, 1.5F);
    const V a = hn::Sub(d[4], d[2]);
    const V b = hn::Sub(d[3], d[1]);
    r[0] = hn::MulAdd(much, b, hn::Add(hn::Sub(d[0], d[2]), a));
    r[1] = hn::MulAdd(much, hn::Add(d[2], d[3]), hn::Add(a, b));
    r[2] = hn::MulAdd(much, hn::Sub(d[3], d[2]), hn::Sub(a, b));
    r[3] = hn::MulAdd(hn::Set(tag, 2.0F), b, a);
    r[4] = hn::NegMulAdd(hn::Set(tag, 0.5F), b, a);
    r[5] = hn::MulAdd(much, a, hn::Sub(hn::Sub(d[5], d[3]), b));
}

/// Aᵀ m of F(kOut, 7 − kOut): the last result takes the product at ∞.
template <int kOut, class V>
HWY_INLINE void outputCells(const V (&m)[6], V (&y)[kOut])
{
    const hn::DFromV<V> tag;
    const V s = hn::Add(m[1], m[2]);
    const V d = hn::Sub(m[1], m[2]);
    y[0] = hn::Add(hn::Add(m[0], s), hn::Add(m[3], m[4]));
    y[1] = hn::MulAdd(hn::Set(tag, 0.5F), m[3], hn::NegMulAdd(hn::Set(tag, 2.0F), m[4], d));
    if constexpr (kOut > 2)
        y[2] = hn::MulAdd(hn::Set(tag, 0.25F), m[3], hn::MulAdd(hn::Set(tag, 4.0F), m[4], s));
    if constexpr (kOut > 3)
        y[3] = hn::MulAdd(hn::Set(tag, 0.125F), m[3], hn::NegMulAdd(hn::Set(tag, 8.0F), m[4], d));
    y[kOut - 1] = hn::Add(y[kOut - 1], m[5]);
}

/// G g of `taps` taps, 3 to 5: at a point p the polynomial Σ g[t] pᵗ ÷ Π (p − pⱼ), at ∞ the last
/// tap.
template <class D, class Load, class V = hn::Vec<D>>
HWY_INLINE void weightPoints(D d, std::int64_t taps, const Load &tap, V (&u)[6])
{
    constexpr float kPoints[4] = {1.0F, -1.0F, 0.5F, -2.0F};
    constexpr float kFactors[4] = {1.0F / 3.0F, -1.0F / 3.0F, -16.0F / 15.0F, 1.0F / 15.0F};
    u[0] = tap(0);
    u[5] = tap(taps - 1);
    for (int i = 0; i < 4; ++i) {
        V sum = u[5];
        for (std::int64_t t = taps - 2; t >= 0; --t)
            sum = hn::MulAdd(sum, hn::Set(d, kPoints[i]), tap(t));
        u[i + 1] = hn::Mul(sum, hn::Set(d, kFactors[i]));
    }
}

/// One row of results from six points (of a two-dimensional form: the row's outputCells() of six
/// columns); bias, relu, and where they go.
template <int kOut = kWinogradOut, class D, class V = hn::Vec<D>>
HWY_INLINE void putRow(D d, const V (&columns)[6], const WinogradTarget &t, std::int64_t y,
                       std::int64_t f, V bias)
{
    V cells[kOut];
    outputCells(columns, cells);
#pragma GCC unroll 4
    for (int x = 0; x < kOut; ++x) {
        cells[x] = hn::Add(cells[x], bias);
        if (t.relu)
            cells[x] = hn::Max(hn::Zero(d), cells[x]); // in this order a NaN stays a NaN
    }
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    const std::int64_t left = t.filters - f;
    const std::int64_t step = t.cellStride;
    float *at = t.dst + y * t.rowStride + f;
    if (t.columns == kOut && left >= n) {
        if (t.stream) {
#pragma GCC unroll 4
            for (int x = 0; x < kOut; ++x)
                hn::Stream(cells[x], d, at + x * step);
        } else {
#pragma GCC unroll 4
            for (int x = 0; x < kOut; ++x)
                hn::StoreU(cells[x], d, at + x * step);
        }
        return;
    }
    const auto mask = hn::FirstN(d, static_cast<std::size_t>(left < n ? left : n));
#pragma GCC unroll 4
    for (int x = 0; x < kOut; ++x) {
        if (x < t.columns)
            hn::BlendedStore(cells[x], mask, d, at + x * step);
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#endif
