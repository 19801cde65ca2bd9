// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/winograd/winograd_row_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "kernels/simd/vector_registers-inl.h"
#include "kernels/winograd/winograd_row_tile.h"
#include "kernels/winograd/winograd_vectors-inl.h"

#include <cmath>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

/// Points of what load(cell) gives; returns a vector that is finite where all of them are.
template <class D, class Load>
HWY_INLINE hn::Vec<D> rowPoints(D d, const Load &load, float *to, std::int64_t pointStride)
{
    using V = hn::Vec<D>;
    const V cells[6] = {load(0), load(1), load(2), load(3), load(4), load(5)};
    V points[6];
    inputPoints(cells, points);
#pragma GCC unroll 6
    for (int i = 0; i < 6; ++i)
        hn::StoreU(points[i], d, to + i * pointStride);
    // Every cell has a part in one of these points.
    return hn::Add(hn::Abs(points[0]), hn::Add(hn::Abs(points[1]), hn::Abs(points[5])));
}

/// Lanes of the channels that there are, `period` floats per tile.
template <class D>
HWY_INLINE hn::Mask<D> usedLanes(D d, std::int64_t used, std::int64_t period)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    HWY_ALIGN float marks[HWY_MAX_BYTES / sizeof(float)] = {};
    for (std::int64_t i = 0; i < n; ++i)
        marks[i] = i % period < used ? 1.0F : 0.0F;
    return hn::Ne(hn::Load(d, marks), hn::Zero(d));
}

template <class D>
HWY_INLINE bool isFinite(D d, hn::Mask<D> used, hn::Vec<D> x)
{
    return hn::AllTrue(d, hn::Lt(hn::IfThenElseZero(used, x), hn::Set(d, HUGE_VALF)));
}

template <class D>
bool inputWith(D d, const WinogradRowInput &s)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    bool finite = true;
    for (std::int64_t c = 0; c < s.channels; c += n) {
        const std::int64_t left = s.channels - c < n ? s.channels - c : n;
        auto witness = hn::Zero(d);
        for (std::int64_t t = 0; t < s.tiles; ++t) {
            const float *at = s.cells + t * s.tileStride + c;
            const auto load = [&](int x) { return hn::LoadU(d, at + x * s.cellStride); };
            witness =
                hn::Add(witness, rowPoints(d, load, s.to + t * s.channelStride + c, s.pointStride));
        }
        finite = isFinite(d, usedLanes(d, left, n), witness) && finite;
    }
    return finite;
}

#if HWY_MAX_BYTES >= 32
/// Four channels at most, two tiles to a vector.
bool inputPairs(const WinogradRowInput &s)
{
    const hn::CappedTag<float, 8> d;
    const hn::CappedTag<float, 4> half;
    auto witness = hn::Zero(d);
    std::int64_t t = 0;
    for (; t + 2 <= s.tiles; t += 2) {
        const float *at = s.cells + t * s.tileStride;
        const auto load = [&](int x) {
            return hn::Combine(d, hn::LoadU(half, at + s.tileStride + x * s.cellStride),
                               hn::LoadU(half, at + x * s.cellStride));
        };
        witness = hn::Add(witness, rowPoints(d, load, s.to + t * 4, s.pointStride));
    }
    WinogradRowInput rest = s;
    rest.cells += t * s.tileStride;
    rest.to += t * 4;
    rest.tiles -= t;
    return inputWith(half, rest) && isFinite(d, usedLanes(d, s.channels, 4), witness);
}
#endif

bool input(const WinogradRowInput &s)
{
    for (std::int64_t i = 0; s.ahead != 0 && i < s.tiles * s.tileStride; i += 16)
        hwy::Prefetch(s.cells + s.ahead + i);
    const hn::ScalableTag<float> whole;
#if HWY_MAX_BYTES >= 32
    if (s.channelStride == 4)
        return inputPairs(s);
#endif
    if (s.channelStride == 8 && hn::Lanes(whole) > 8)
        return inputWith(hn::CappedTag<float, 8>(), s);
    return inputWith(whole, s);
}

void weights(const float *kernel, std::int64_t taps, std::int64_t tapStride, std::int64_t filters,
             float *to, std::int64_t pointStride)
{
    const hn::ScalableTag<float> d;
    using V = hn::Vec<decltype(d)>;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    for (std::int64_t f = 0; f < filters; f += n) {
        V points[6];
        weightPoints(
            d, taps, [&](std::int64_t t) { return hn::LoadU(d, kernel + t * tapStride + f); },
            points);
        const std::int64_t left = filters - f < n ? filters - f : n;
        const auto mask = hn::FirstN(d, static_cast<std::size_t>(left));
        for (int i = 0; i < 6; ++i)
            hn::BlendedStore(points[i], mask, d, to + i * pointStride + f);
    }
}

/// T tiles from `first` on, kStride floats apart, the filters from f on. What is computed of tiles
/// past the end is dropped.
template <int T, int kStride, int kOut, class D>
HWY_INLINE void tilesOf(D d, const WinogradRowStrip &s, std::int64_t first, std::int64_t f)
{
    using V = hn::Vec<D>;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    const std::int64_t step = s.pointStride;
    const float *block = s.weights + f * s.kernelRowCount * s.channels * kRowPoints;
    V acc[T][6];
#pragma GCC unroll 4
    for (int t = 0; t < T; ++t) {
#pragma GCC unroll 6
        for (int i = 0; i < 6; ++i)
            acc[t][i] = hn::Zero(d);
    }
    if (!s.stream) {
        const float *to = s.dst + first * s.tileStride + f;
#pragma GCC unroll 16
        for (int i = 0; i < T * kOut; ++i)
            __builtin_prefetch(to + i * s.cellStride, 1);
    }
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        const float *HWY_RESTRICT w = block + s.kernelRows[r] * s.channels * kRowPoints * n;
        const float *low = opaque(s.rows[r] + first * kStride);
        const float *high = opaque(low + 3 * step);
        for (std::int64_t c = 0; c < s.channels; ++c, w += kRowPoints * n, ++low, ++high) {
#pragma GCC unroll 6
            for (int i = 0; i < 6; ++i) {
                const V wv = hn::Load(d, w + i * n);
                const float *src = (i < 3 ? low : high) + i % 3 * step;
#pragma GCC unroll 4
                for (int t = 0; t < T; ++t)
                    acc[t][i] = hn::MulAdd(hn::Set(d, src[t * kStride]), wv, acc[t][i]);
            }
        }
    }
    const V bias = s.bias != nullptr ? hn::LoadU(d, s.bias + f) : hn::Zero(d);
    WinogradTarget target;
    target.dst = s.dst + first * s.tileStride;
    target.cellStride = s.cellStride;
    target.filters = s.filters;
    target.columns = kOut;
    target.relu = s.relu;
    target.stream = s.stream;
    if (first + T < s.tiles && s.filters - f >= n) {
#pragma GCC unroll 4
        for (int t = 0; t < T; ++t)
            putRow<kOut>(d, acc[t], target, 0, f, bias), target.dst += s.tileStride;
        return;
    }
#pragma GCC unroll 4
    for (int t = 0; t < T; ++t) {
        if (first + t < s.tiles) {
            target.columns = first + t + 1 == s.tiles ? s.lastCells : kOut;
            putRow<kOut>(d, acc[t], target, 0, f, bias);
            target.dst += s.tileStride;
        }
    }
}

template <int kStride, int kOut>
void stripOf(const WinogradRowStrip &s)
{
    const hn::ScalableTag<float> whole;
    const auto n = static_cast<std::int64_t>(hn::Lanes(whole));
    for (std::int64_t t = 0; t < s.tiles; t += kRowTiles) {
        for (std::int64_t f = 0; f < s.filters;) {
            const std::int64_t left = s.filters - f;
            if (left <= 4 && n > 4) {
                tilesOf<kRowTiles, kStride, kOut>(hn::CappedTag<float, 4>(), s, t, f);
                f += 4;
            } else if (left <= 8 && n > 8) {
                tilesOf<kRowTiles, kStride, kOut>(hn::CappedTag<float, 8>(), s, t, f);
                f += 8;
            } else {
                tilesOf<kRowTiles, kStride, kOut>(whole, s, t, f);
                f += n;
            }
        }
    }
    if (s.stream)
        hwy::FlushStream();
}

template <int kStride>
void stripWith(const WinogradRowStrip &s)
{
    if (s.out == 4)
        stripOf<kStride, 4>(s);
    else if (s.out == 3)
        stripOf<kStride, 3>(s);
    else
        stripOf<kStride, 2>(s);
}

void strip(const WinogradRowStrip &s)
{
    if (s.channelStride == 4)
        stripWith<4>(s);
    else
        stripWith<8>(s);
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(input);
HWY_EXPORT(weights);
HWY_EXPORT(strip);

bool winogradRowInput(const WinogradRowInput &s)
{
    return HWY_DYNAMIC_DISPATCH(input)(s);
}

void winogradRowWeights(const float *kernel, std::int64_t taps, std::int64_t tapStride,
                        std::int64_t filters, float *to, std::int64_t pointStride)
{
    HWY_DYNAMIC_DISPATCH(weights)(kernel, taps, tapStride, filters, to, pointStride);
}

void winogradRowStrip(const WinogradRowStrip &s)
{
    HWY_DYNAMIC_DISPATCH(strip)(s);
}

} // namespace convscope
#endif
