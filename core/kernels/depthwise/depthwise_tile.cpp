// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/depthwise/depthwise_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "kernels/depthwise/depthwise_tile.h"
#include "kernels/simd/vector_registers-inl.h"

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

template <int P>
void pixels(const DepthwiseStrip &s, std::int64_t x0)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(D()));
    for (std::int64_t c = 0; c < s.channels; c += n)
        tile<P>(s, x0, c);
}

void depthwise(const DepthwiseStrip &s)
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

/// Pixels that a 3×3 block computes at a time, so that sums and weights stay in registers. 7
/// divides the row lengths of the usual networks.
constexpr int kBlockPixels = CONVSCOPE_MANY_REGISTERS == 0 ? 4 : 7;

/// R rows of P pixels at stride S; kEdge: the first or the last cell of the rows may be missing.
template <int R, int P, int S, bool kEdge>
HWY_INLINE void blockTile(const DepthwiseBlock &s, std::int64_t x0, std::int64_t c, bool first,
                          bool last)
{
    constexpr int kCells = (P - 1) * S + 3;
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    V w[9];
#pragma GCC unroll 9
    for (int t = 0; t < 9; ++t)
        w[t] = hn::Load(d, s.weights + c * 9 + t * n);
    const V bias = s.bias != nullptr ? load(s.bias + c) : hn::Zero(d);
    V acc[R][P];
#pragma GCC unroll 2
    for (int r = 0; r < R; ++r) {
#pragma GCC unroll 8
        for (int p = 0; p < P; ++p)
            acc[r][p] = bias;
    }
#pragma GCC unroll 5
    for (int i = 0; i < (R - 1) * S + 3; ++i) {
        if (s.rows[i] == nullptr)
            continue;
        const float *src = s.rows[i] + x0 * S * s.srcStride + c;
#pragma GCC unroll 16
        for (int j = 0; j < kCells; ++j) {
            if (kEdge && ((j == 0 && first) || (j == kCells - 1 && last)))
                continue;
            const V x = load(src + j * s.srcStride);
#pragma GCC unroll 2
            for (int r = 0; r < R; ++r) {
#pragma GCC unroll 3
                for (int t = 2; t >= 0; --t) {
                    // Cell j is tap t of pixel (j − t) ÷ S; each pixel sees its taps ascending.
                    const int k = i - r * S;
                    if (k >= 0 && k < 3 && j >= t && (j - t) % S == 0 && (j - t) / S < P)
                        acc[r][(j - t) / S] = hn::MulAdd(x, w[k * 3 + t], acc[r][(j - t) / S]);
                }
            }
        }
    }
    const std::int64_t left = s.lastChannel - c;
#pragma GCC unroll 2
    for (int r = 0; r < R; ++r) {
        float *to = s.dst[r] + x0 * s.dstStride + c;
#pragma GCC unroll 8
        for (int p = 0; p < P; ++p) {
            // In this order a NaN stays a NaN.
            const V y = s.relu ? hn::Max(hn::Zero(d), acc[r][p]) : acc[r][p];
            if (left >= n)
                hn::StoreU(y, d, to + p * s.dstStride);
            else
                hn::BlendedStore(y, hn::FirstN(d, static_cast<std::size_t>(left)), d,
                                 to + p * s.dstStride);
        }
    }
}

template <int R, int P, int S>
void blockPixels(const DepthwiseBlock &s, std::int64_t x0)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(D()));
    const bool first = x0 * S < s.firstCell;
    const bool last = (x0 + P - 1) * S + 3 > s.lastCell;
    for (std::int64_t c = s.firstChannel; c < s.lastChannel; c += n) {
        if (first || last)
            blockTile<R, P, S, true>(s, x0, c, first, last);
        else
            blockTile<R, P, S, false>(s, x0, c, false, false);
    }
}

template <int R, int S, int P = kBlockPixels>
HWY_INLINE void blockUpTo(const DepthwiseBlock &s, std::int64_t x0, std::int64_t pixels)
{
    if constexpr (P > 1) {
        if (pixels < P)
            return blockUpTo<R, S, P - 1>(s, x0, pixels);
    }
    blockPixels<R, P, S>(s, x0);
}

template <int R, int S>
void blockOf(const DepthwiseBlock &s)
{
    // Nearly equal tiles: 8 pixels as 4 + 4, not 7 + 1.
    const std::int64_t tiles = (s.pixels + kBlockPixels - 1) / kBlockPixels;
    for (std::int64_t t = 0; t < tiles; ++t) {
        const std::int64_t x = s.pixels * t / tiles;
        blockUpTo<R, S>(s, x, s.pixels * (t + 1) / tiles - x);
    }
}

void block(const DepthwiseBlock &s)
{
    if (s.step == 1)
        s.outRows == 1 ? blockOf<1, 1>(s) : blockOf<2, 1>(s);
    else
        s.outRows == 1 ? blockOf<1, 2>(s) : blockOf<2, 2>(s);
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(depthwise);
HWY_EXPORT(block);

void depthwiseStrip(const DepthwiseStrip &s)
{
    HWY_DYNAMIC_DISPATCH(depthwise)(s);
}

void depthwiseBlock(const DepthwiseBlock &s)
{
    HWY_DYNAMIC_DISPATCH(block)(s);
}

} // namespace convscope
#endif
