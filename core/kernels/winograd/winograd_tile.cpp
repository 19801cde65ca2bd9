// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/winograd/winograd_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "kernels/simd/vector_registers-inl.h"
#include "kernels/winograd/winograd_tile.h"
#include "kernels/winograd/winograd_vectors-inl.h"

#include <cmath>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

std::int64_t lanesFor(std::int64_t left)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(hn::ScalableTag<float>()));
    const std::int64_t wanted = left <= 4 ? 4 : left <= 8 ? 8 : n;
    return wanted < n ? wanted : n;
}

/// Bᵀ d B of what load(y, x) gives. Returns a vector that is finite where all points are.
template <class D, class Load>
HWY_INLINE hn::Vec<D> transformed(D d, const Load &load, float *to,
                                  const WinogradPointStrides &strides)
{
    using V = hn::Vec<D>;
    V columns[6][6];
#pragma GCC unroll 6
    for (int x = 0; x < 6; ++x) {
        V cells[6];
#pragma GCC unroll 6
        for (int y = 0; y < 6; ++y)
            cells[y] = load(y, x);
        inputPoints(cells, columns[x]);
    }
    // Every cell has a part in one of the points of rows and columns 0, 1 and 5.
    V witness = hn::Zero(d);
#pragma GCC unroll 6
    for (int y = 0; y < 6; ++y) {
        const V row[6] = {columns[0][y], columns[1][y], columns[2][y],
                          columns[3][y], columns[4][y], columns[5][y]};
        V points[6];
        inputPoints(row, points);
        float *at = to + y * strides.row;
#pragma GCC unroll 6
        for (int x = 0; x < 6; ++x)
            hn::StoreU(points[x], d, at + x * strides.column);
        if (y < 2 || y == 5)
            witness = hn::Add(witness, hn::Add(hn::Abs(points[0]),
                                               hn::Add(hn::Abs(points[1]), hn::Abs(points[5]))));
    }
    return witness;
}

template <class D>
HWY_INLINE bool isFinite(D d, hn::Vec<D> x)
{
    return hn::AllTrue(d, hn::Lt(x, hn::Set(d, HUGE_VALF)));
}

bool fitsFourTiles()
{
    return CONVSCOPE_MANY_REGISTERS != 0;
}

template <bool kTable, class D>
bool inputOf(D d, const WinogradSource &s, std::int64_t channels, float *to,
             const WinogradPointStrides &strides)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    bool finite = true;
    for (std::int64_t c = 0; c < channels; c += n) {
        const auto load = [&](int y, int x) {
            return hn::LoadU(d, kTable ? s.pixels[6 * y + x] + c
                                       : s.cells + y * s.rowStride + x * s.cellStride + c);
        };
        const auto witness = transformed(d, load, to + c, strides);
        const std::int64_t left = channels - c < n ? channels - c : n;
        const auto mask = hn::FirstN(d, static_cast<std::size_t>(left));
        finite = finite && isFinite(d, hn::IfThenElseZero(mask, witness));
    }
    return finite;
}

template <class D>
bool inputWith(D d, const WinogradSource &s, std::int64_t channels, float *to,
               const WinogradPointStrides &strides)
{
    return s.pixels != nullptr ? inputOf<true>(d, s, channels, to, strides)
                               : inputOf<false>(d, s, channels, to, strides);
}

bool input(const WinogradSource &s, std::int64_t channels, float *to,
           const WinogradPointStrides &strides)
{
    const std::int64_t lanes = lanesFor(channels);
    const hn::ScalableTag<float> whole;
    if (lanes == static_cast<std::int64_t>(hn::Lanes(whole)))
        return inputWith(whole, s, channels, to, strides);
    if (lanes == 8)
        return inputWith(hn::CappedTag<float, 8>(), s, channels, to, strides);
    return inputWith(hn::CappedTag<float, 4>(), s, channels, to, strides);
}

bool inputPair(const WinogradSource &a, const WinogradSource &b, std::int64_t channels, float *to,
               const WinogradPointStrides &strides)
{
#if HWY_MAX_BYTES >= 32
    if (a.pixels == nullptr && b.pixels == nullptr) {
        const hn::CappedTag<float, 8> d;
        const hn::CappedTag<float, 4> half;
        const auto load = [&](int y, int x) {
            return hn::Combine(d, hn::LoadU(half, b.cells + y * b.rowStride + x * b.cellStride),
                               hn::LoadU(half, a.cells + y * a.rowStride + x * a.cellStride));
        };
        const auto witness = transformed(d, load, to, strides);
        HWY_ALIGN float used[8] = {};
        for (std::int64_t c = 0; c < channels; ++c)
            used[c] = used[c + 4] = 1.0F;
        const auto mask = hn::Ne(hn::Load(d, used), hn::Zero(d));
        return isFinite(d, hn::IfThenElseZero(mask, witness));
    }
#endif
    const bool first = input(a, channels, to, strides);
    return input(b, channels, to + 4, strides) && first;
}

void output(const float *from, std::int64_t pointStride, const WinogradTarget &t)
{
    const hn::ScalableTag<float> d;
    using V = hn::Vec<decltype(d)>;
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
            putRow(d, row, t, y, f, bias);
        }
    }
}

void weights(const float *taps, std::int64_t tapStride, std::int64_t filters, float *to,
             const WinogradPointStrides &strides)
{
    const hn::ScalableTag<float> d;
    using V = hn::Vec<decltype(d)>;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t f = 0; f < filters; f += n) {
        V columns[3][6];
        for (int x = 0; x < 3; ++x)
            weightPoints(
                d, 3,
                [&](std::int64_t y) { return hn::LoadU(d, taps + (3 * y + x) * tapStride + f); },
                columns[x]);
        const std::int64_t left = filters - f;
        const auto mask = hn::FirstN(d, static_cast<std::size_t>(left < n ? left : n));
        for (int y = 0; y < 6; ++y) {
            V points[6];
            weightPoints(
                d, 3, [&](std::int64_t x) { return columns[x][y]; }, points);
            for (int x = 0; x < 6; ++x)
                hn::BlendedStore(points[x], mask, d, to + y * strides.row + x * strides.column + f);
        }
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(lanesFor);
HWY_EXPORT(fitsFourTiles);
HWY_EXPORT(input);
HWY_EXPORT(inputPair);
HWY_EXPORT(output);
HWY_EXPORT(weights);

std::int64_t winogradLanes(std::int64_t left)
{
    return HWY_DYNAMIC_DISPATCH(lanesFor)(left);
}

bool winogradFitsFourTiles()
{
    return HWY_DYNAMIC_DISPATCH(fitsFourTiles)();
}

bool winogradInput(const WinogradSource &source, std::int64_t channels, float *to,
                   const WinogradPointStrides &strides)
{
    return HWY_DYNAMIC_DISPATCH(input)(source, channels, to, strides);
}

bool winogradInputPair(const WinogradSource (&sources)[2], std::int64_t channels, float *to,
                       const WinogradPointStrides &strides)
{
    return HWY_DYNAMIC_DISPATCH(inputPair)(sources[0], sources[1], channels, to, strides);
}

void winogradOutput(const float *from, std::int64_t pointStride, const WinogradTarget &target)
{
    HWY_DYNAMIC_DISPATCH(output)(from, pointStride, target);
}

void winogradWeights(const float *taps, std::int64_t tapStride, std::int64_t filters, float *to,
                     const WinogradPointStrides &strides)
{
    HWY_DYNAMIC_DISPATCH(weights)(taps, tapStride, filters, to, strides);
}

} // namespace convscope
#endif
