// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/depthwise_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "kernels/depthwise_tile.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

/// As many sums in flight as hide the latency of a multiply–add on two pipes.
constexpr int kPixels = 8;

/// Loads may pass the end of an array by less than a vector: every array has that slack.
HWY_INLINE V load(const float *from)
{
    return hn::LoadU(D(), from);
}

template <int P>
HWY_INLINE void finish(const DepthwiseStrip &s, const V (&acc)[P], std::int64_t x0, std::int64_t c)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    const std::int64_t left = s.channels - c;
    float *to = s.dst + x0 * s.dstStride + c;
#pragma GCC unroll 8
    for (int p = 0; p < P; ++p) {
        // In this order a NaN stays a NaN.
        const V y = s.relu ? hn::Max(hn::Zero(d), acc[p]) : acc[p];
        if (left >= n)
            hn::StoreU(y, d, to + p * s.dstStride);
        else
            hn::BlendedStore(y, hn::FirstN(d, static_cast<std::size_t>(left)), d,
                             to + p * s.dstStride);
    }
}

template <int P>
HWY_INLINE void start(const DepthwiseStrip &s, std::int64_t c, V (&acc)[P])
{
    const V bias = s.bias != nullptr ? load(s.bias + c) : hn::Zero(D());
#pragma GCC unroll 8
    for (int p = 0; p < P; ++p)
        acc[p] = bias;
}

/// Any taps; all cells of the P pixels exist, or P is 1.
template <int P>
HWY_INLINE void tile(const DepthwiseStrip &s, std::int64_t x0, std::int64_t c)
{
    V acc[P];
    start<P>(s, c, acc);
    const std::int64_t step = s.step * s.channels;
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        for (std::int64_t t = 0; t < s.taps; ++t) {
            const std::int64_t cell = x0 * s.step + t * s.dilation;
            if (P == 1 && (cell < s.firstCell || cell >= s.lastCell))
                continue;
            const float *src = s.rows[r] + cell * s.channels + c;
            const V w = load(s.weights[r] + t * s.channels + c);
#pragma GCC unroll 8
            for (int p = 0; p < P; ++p)
                acc[p] = hn::MulAdd(load(src + p * step), w, acc[p]);
        }
    }
    finish<P>(s, acc, x0, c);
}

/// Three neighbouring taps, stride S: each cell is loaded once for all taps that use it. kEdge:
/// some cells are missing. depthwise ic512 in14x14 k3x3 p=same, one core of an AMD Zen 4: 36 → 70
/// GFLOP/s.
template <int P, int S, bool kEdge>
HWY_INLINE void tile3(const DepthwiseStrip &s, std::int64_t x0, std::int64_t c)
{
    constexpr int kCells = (P - 1) * S + 3;
    V acc[P];
    start<P>(s, c, acc);
    const std::int64_t first = x0 * S;
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        const float *src = s.rows[r] + first * s.channels + c;
        const float *weights = s.weights[r] + c;
        const V w[3] = {load(weights), load(weights + s.channels), load(weights + 2 * s.channels)};
#pragma GCC unroll 20
        for (int i = 0; i < kCells; ++i) {
            V x = hn::Zero(D());
            if (!kEdge || (first + i >= s.firstCell && first + i < s.lastCell))
                x = load(src + i * s.channels);
#pragma GCC unroll 3
            for (int t = 2; t >= 0; --t) {
                // Ascending taps for each pixel: cell i is tap t of pixel (i − t) ÷ S.
                if (i - t >= 0 && (i - t) % S == 0 && (i - t) / S < P)
                    acc[(i - t) / S] = hn::MulAdd(x, w[t], acc[(i - t) / S]);
            }
        }
    }
    finish<P>(s, acc, x0, c);
}

template <int P, int S>
HWY_INLINE void pixels3(const DepthwiseStrip &s, std::int64_t x0)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(D()));
    const bool inside = x0 * S >= s.firstCell && (x0 + P - 1) * S + 3 <= s.lastCell;
    for (std::int64_t c = 0; c < s.channels; c += n) {
        if (inside)
            tile3<P, S, false>(s, x0, c);
        else
            tile3<P, S, true>(s, x0, c);
    }
}

template <int S, int P = kPixels>
HWY_INLINE void upTo3(const DepthwiseStrip &s, std::int64_t x0, std::int64_t pixels)
{
    if constexpr (P > 1) {
        if (pixels < P)
            return upTo3<S, P - 1>(s, x0, pixels);
    }
    pixels3<P, S>(s, x0);
}

template <int S>
void strip3(const DepthwiseStrip &s)
{
    // Nearly equal tiles: 14 pixels as 7 + 7.
    const std::int64_t tiles = (s.pixels + kPixels - 1) / kPixels;
    for (std::int64_t t = 0; t < tiles; ++t) {
        const std::int64_t x = s.pixels * t / tiles;
        upTo3<S>(s, x, s.pixels * (t + 1) / tiles - x);
    }
}

template <int P>
void pixels(const DepthwiseStrip &s, std::int64_t x0)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(D()));
    for (std::int64_t c = 0; c < s.channels; c += n)
        tile<P>(s, x0, c);
}

void anyStrip(const DepthwiseStrip &s)
{
    const std::int64_t window = (s.taps - 1) * s.dilation + 1;
    for (std::int64_t x = 0; x < s.pixels;) {
        const bool inside = x + kPixels <= s.pixels && x * s.step >= s.firstCell &&
                            (x + kPixels - 1) * s.step + window <= s.lastCell;
        if (inside)
            pixels<kPixels>(s, x);
        else
            pixels<1>(s, x);
        x += inside ? kPixels : 1;
    }
}

void depthwise(const DepthwiseStrip &s)
{
    if (s.taps == 3 && s.dilation == 1 && s.step == 1)
        strip3<1>(s);
    else if (s.taps == 3 && s.dilation == 1 && s.step == 2)
        strip3<2>(s);
    else
        anyStrip(s);
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(depthwise);

void depthwiseStrip(const DepthwiseStrip &s)
{
    HWY_DYNAMIC_DISPATCH(depthwise)(s);
}

} // namespace convscope
#endif
