// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/winograd_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/cache_control.h>
#include <hwy/highway.h>

#include "kernels/winograd_tile.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

HWY_INLINE V number(float x)
{
    return hn::Set(D(), x);
}

/// Bᵀ d, all factors exact in binary.
HWY_INLINE void inputPoints(const V (&d)[6], V (&r)[6])
{
    const V a = hn::Sub(d[4], d[2]);
    const V b = hn::Sub(d[3], d[1]);
    r[0] = hn::MulAdd(number(1.5F), b, hn::Add(hn::Sub(d[0], d[2]), a));
    r[1] = hn::MulAdd(number(1.5F), hn::Add(d[2], d[3]), hn::Add(a, b));
    r[2] = hn::MulAdd(number(1.5F), hn::Sub(d[3], d[2]), hn::Sub(a, b));
    r[3] = hn::MulAdd(number(2.0F), b, a);
    r[4] = hn::NegMulAdd(number(0.5F), b, a);
    r[5] = hn::MulAdd(number(1.5F), a, hn::Sub(hn::Sub(d[5], d[3]), b));
}

/// Aᵀ m.
HWY_INLINE void outputCells(const V (&m)[6], V (&y)[4])
{
    const V s = hn::Add(m[1], m[2]);
    const V d = hn::Sub(m[1], m[2]);
    y[0] = hn::Add(hn::Add(m[0], s), hn::Add(m[3], m[4]));
    y[1] = hn::MulAdd(number(0.5F), m[3], hn::NegMulAdd(number(2.0F), m[4], d));
    y[2] = hn::MulAdd(number(0.25F), m[3], hn::MulAdd(number(4.0F), m[4], s));
    y[3] = hn::Add(hn::MulAdd(number(0.125F), m[3], hn::NegMulAdd(number(8.0F), m[4], d)), m[5]);
}

/// G g; the factors are 1 ÷ Π (pᵢ − pⱼ) times powers of the points.
HWY_INLINE void weightPoints(V g0, V g1, V g2, V (&u)[6])
{
    const V third = number(1.0F / 3.0F);
    const V even = hn::Add(g0, g2);
    u[0] = g0;
    u[1] = hn::Mul(third, hn::Add(even, g1));
    u[2] = hn::Mul(hn::Neg(third), hn::Sub(even, g1));
    u[3] = hn::Mul(number(-16.0F / 15.0F),
                   hn::MulAdd(number(0.25F), g2, hn::MulAdd(number(0.5F), g1, g0)));
    u[4] = hn::Mul(number(1.0F / 15.0F),
                   hn::MulAdd(number(4.0F), g2, hn::NegMulAdd(number(2.0F), g1, g0)));
    u[5] = g2;
}

template <bool kTable>
HWY_INLINE void inputOf(const WinogradSource &s, std::int64_t channels, float *to,
                        std::int64_t pointStride)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t c = 0; c < channels; c += n) {
        V columns[6][6];
        for (int x = 0; x < 6; ++x) {
            V cells[6];
#pragma GCC unroll 6
            for (int y = 0; y < 6; ++y)
                cells[y] = hn::LoadU(d, kTable ? s.pixels[6 * y + x] + c
                                               : s.cells + y * s.rowStride + x * s.cellStride + c);
            inputPoints(cells, columns[x]);
        }
        for (int y = 0; y < 6; ++y) {
            const V row[6] = {columns[0][y], columns[1][y], columns[2][y],
                              columns[3][y], columns[4][y], columns[5][y]};
            V points[6];
            inputPoints(row, points);
            float *at = to + 6 * y * pointStride + c;
#pragma GCC unroll 6
            for (int x = 0; x < 6; ++x)
                hn::StoreU(points[x], d, at + x * pointStride);
        }
    }
}

void input(const WinogradSource &s, std::int64_t channels, float *to, std::int64_t pointStride)
{
    if (s.pixels != nullptr)
        inputOf<true>(s, channels, to, pointStride);
    else
        inputOf<false>(s, channels, to, pointStride);
}

HWY_INLINE void putCell(V value, std::int64_t left, float *at, bool stream)
{
    const D d;
    if (stream)
        hn::Stream(value, d, at);
    else if (left >= static_cast<std::int64_t>(hn::Lanes(d)))
        hn::StoreU(value, d, at);
    else
        hn::BlendedStore(value, hn::FirstN(d, static_cast<std::size_t>(left)), d, at);
}

void output(const float *from, std::int64_t pointStride, const WinogradTarget &t)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t f = 0; f < t.filters; f += n) {
        V columns[6][4];
        for (int x = 0; x < 6; ++x) {
            V points[6];
#pragma GCC unroll 6
            for (int y = 0; y < 6; ++y)
                points[y] = hn::LoadU(d, from + (6 * y + x) * pointStride + f);
            outputCells(points, columns[x]);
        }
        const V bias = t.bias != nullptr ? hn::LoadU(d, t.bias + f) : hn::Zero(d);
        for (std::int64_t y = 0; y < t.rows; ++y) {
            const V row[6] = {columns[0][y], columns[1][y], columns[2][y],
                              columns[3][y], columns[4][y], columns[5][y]};
            V cells[4];
            outputCells(row, cells);
            float *at = t.dst + y * t.rowStride + f;
            for (std::int64_t x = 0; x < t.columns; ++x) {
                V value = hn::Add(cells[x], bias);
                if (t.relu)
                    value = hn::Max(hn::Zero(d), value); // in this order a NaN stays a NaN
                putCell(value, t.filters - f, at + x * t.cellStride, t.stream);
            }
        }
    }
}

void weights(const float *taps, std::int64_t tapStride, std::int64_t filters, float *to,
             std::int64_t pointStride)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t f = 0; f < filters; f += n) {
        V columns[3][6];
        for (int x = 0; x < 3; ++x) {
            const float *g = taps + x * tapStride + f;
            weightPoints(hn::LoadU(d, g), hn::LoadU(d, g + 3 * tapStride),
                         hn::LoadU(d, g + 6 * tapStride), columns[x]);
        }
        for (int y = 0; y < 6; ++y) {
            V points[6];
            weightPoints(columns[0][y], columns[1][y], columns[2][y], points);
            for (int x = 0; x < 6; ++x)
                putCell(points[x], filters - f, to + (6 * y + x) * pointStride + f, false);
        }
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(input);
HWY_EXPORT(output);
HWY_EXPORT(weights);

void winogradInput(const WinogradSource &source, std::int64_t channels, float *to,
                   std::int64_t pointStride)
{
    HWY_DYNAMIC_DISPATCH(input)(source, channels, to, pointStride);
}

void winogradOutput(const float *from, std::int64_t pointStride, const WinogradTarget &target)
{
    HWY_DYNAMIC_DISPATCH(output)(from, pointStride, target);
}

void winogradWeights(const float *taps, std::int64_t tapStride, std::int64_t filters, float *to,
                     std::int64_t pointStride)
{
    HWY_DYNAMIC_DISPATCH(weights)(taps, tapStride, filters, to, pointStride);
}

} // namespace convscope
#endif
