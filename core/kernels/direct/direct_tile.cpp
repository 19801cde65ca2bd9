// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/direct/direct_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/cache_control.h>
#include <hwy/highway.h>

#include "kernels/direct/direct_tile.h"
#include "kernels/direct/overlap_tile-inl.h"
#include "kernels/simd/vector_registers-inl.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

/// Floats: half of a 32 KiB first-level cache.
constexpr std::int64_t kFirstLevelWeights = 4 << 10;

/// Terms of a sum that take long enough for the lines of the results to arrive meanwhile.
/// conv ic64 in16000 oc128 k2 d64, one core of an AMD Zen 4: 90 → 98 GFLOP/s.
constexpr std::int64_t kWorthPrefetch = 64;

namespace hn = hwy::HWY_NAMESPACE;
using Whole = hn::ScalableTag<float>;
/// For 8 filters or fewer: half as much work on machines that take two such vectors at a time.
using Half = hn::CappedTag<float, 8>;

// Sums must stay in registers: of 32, 7 × 4 (4 + 7 loads per 28 multiply–adds), 14 × 2 or 14 × 1
// with AVX-512 and NEON; of 16, 6 × 2 or 12 × 1 elsewhere. 7 divides the row lengths of the usual
// networks.
// conv mb4 ic3 in600x600 oc64 k3x3 p=same, one core of an AMD Zen 4: 14 × 2 only 60 → 7 × 4 first
// 83 GFLOP/s.
constexpr int kVectors = CONVSCOPE_MANY_REGISTERS == 0 ? 2 : 4;

constexpr int pixelsOf(int vectors)
{
    if (CONVSCOPE_MANY_REGISTERS == 0)
        return vectors == 1 ? 12 : 6;
    return vectors == 4 ? 7 : 14;
}

/// P pixels × VW vectors of filters from f0.
template <int P, int VW, class D>
void tile(D d, const DirectStrip &s, std::int64_t x0, const float *packed, std::int64_t f0)
{
    constexpr int kBases = (P + 2) / 3;
    using V = hn::Vec<D>;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    V acc[P][VW];
#pragma GCC unroll 4
    for (int v = 0; v < VW; ++v) {
        // May pass the end by less than a vector: tensors have that slack.
        const V start = s.bias != nullptr ? hn::LoadU(d, s.bias + f0 + v * n) : hn::Zero(d);
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p)
            acc[p][v] = start;
    }
    const std::int64_t step = s.pixelStride;
    if (!s.stream && s.rowCount * s.run >= kWorthPrefetch) {
        const float *to = s.dst + x0 * s.dstStride + f0;
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p) {
#pragma GCC unroll 4
            for (int v = 0; v < VW; ++v)
                __builtin_prefetch(to + p * s.dstStride + v * n, 1);
        }
    }
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        const float *HWY_RESTRICT w = packed + s.weightRows[r] * (VW * n);
        const float *src[kBases];
#pragma GCC unroll 5
        for (int b = 0; b < kBases; ++b)
            src[b] = opaque(s.rows[r] + (x0 + 3 * b) * step);
        for (std::int64_t i = 0; i < s.run; ++i, w += VW * n) {
            V wv[VW];
#pragma GCC unroll 4
            for (int v = 0; v < VW; ++v)
                wv[v] = hn::Load(d, w + v * n);
#pragma GCC unroll 16
            for (int p = 0; p < P; ++p) {
                const V x = hn::Set(d, src[p / 3][p % 3 * step]);
#pragma GCC unroll 4
                for (int v = 0; v < VW; ++v)
                    acc[p][v] = hn::MulAdd(x, wv[v], acc[p][v]);
            }
#pragma GCC unroll 5
            for (int b = 0; b < kBases; ++b)
                ++src[b];
        }
    }
    if (s.relu) {
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p) {
#pragma GCC unroll 4
            for (int v = 0; v < VW; ++v)
                acc[p][v] = hn::Max(hn::Zero(d), acc[p][v]); // in this order a NaN stays a NaN
        }
    }
    float *to = s.dst + x0 * s.dstStride + f0;
    if (s.stream) {
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p) {
#pragma GCC unroll 4
            for (int v = 0; v < VW; ++v)
                hn::Stream(acc[p][v], d, to + p * s.dstStride + v * n);
        }
        return;
    }
    const std::int64_t left = s.filters - f0;
    if (left >= VW * n) {
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p) {
#pragma GCC unroll 4
            for (int v = 0; v < VW; ++v)
                hn::StoreU(acc[p][v], d, to + p * s.dstStride + v * n);
        }
        return;
    }
    const auto mask = hn::FirstN(d, static_cast<std::size_t>(left - (VW - 1) * n));
#pragma GCC unroll 16
    for (int p = 0; p < P; ++p) {
#pragma GCC unroll 4
        for (int v = 0; v < VW - 1; ++v)
            hn::StoreU(acc[p][v], d, to + p * s.dstStride + v * n);
        hn::BlendedStore(acc[p][VW - 1], mask, d, to + p * s.dstStride + (VW - 1) * n);
    }
}

template <int VW, class D, int P = pixelsOf(VW)>
HWY_INLINE void tileOf(D d, std::int64_t pixels, const DirectStrip &s, std::int64_t x0,
                       const float *packed, std::int64_t f0)
{
    if constexpr (P > 1) {
        if (pixels < P)
            return tileOf<VW, D, P - 1>(d, pixels, s, x0, packed, f0);
    }
    tile<P, VW>(d, s, x0, packed, f0);
}

/// Vectors of the block that begins where `left` filters are left; 0: half a vector.
std::int64_t blockVectors(std::int64_t left, std::int64_t n)
{
    if (left <= 8 && n > 8)
        return 0;
    if (kVectors == 4 && left >= 4 * n)
        return 4;
    return left > n ? 2 : 1;
}

/// Pixels [x0, x1) of one block; `vectors` 0: of half a vector.
void blockOf(const DirectStrip &s, std::int64_t x0, std::int64_t x1, std::int64_t vectors,
             std::int64_t f0)
{
    const Whole d;
    const float *packed = s.packed + f0 * s.depth;
#if !CONVSCOPE_MANY_REGISTERS
    if (vectors == 1 && overlaps(s))
        for (; x0 + kOverlapPixels <= x1; x0 += kOverlapPixels)
            overlapTile(s, x0, packed, f0);
#endif
    const std::int64_t most = pixelsOf(vectors < 2 ? 1 : static_cast<int>(vectors));
    // Nearly equal tiles: 15 pixels as 8 + 7, not 14 + 1.
    const std::int64_t tiles = (x1 - x0 + most - 1) / most;
    for (std::int64_t t = 0; t < tiles; ++t) {
        const std::int64_t x = x0 + (x1 - x0) * t / tiles;
        const std::int64_t pixels = x0 + (x1 - x0) * (t + 1) / tiles - x;
#if CONVSCOPE_MANY_REGISTERS
        if (vectors == 4)
            tileOf<4>(d, pixels, s, x, packed, f0);
#endif
        if (vectors == 2)
            tileOf<2>(d, pixels, s, x, packed, f0);
        if (vectors == 0)
            tileOf<1>(Half(), pixels, s, x, packed, f0);
        if (vectors == 1)
            tileOf<1>(d, pixels, s, x, packed, f0);
    }
}

void strip(const DirectStrip &s)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(Whole()));
    // Weights that stay in the first-level cache: all filters of a few pixels at a time, so that
    // results leave in whole lines one after another. Others: all pixels of a block at a time.
    const bool pixelsFirst = s.depth * s.filters <= kFirstLevelWeights;
    const std::int64_t step = pixelsFirst ? pixelsOf(1) : s.pixels;
    for (std::int64_t x = 0; x < s.pixels; x += step) {
        const std::int64_t end = x + step < s.pixels ? x + step : s.pixels;
        for (std::int64_t f = 0; f < s.filters;) {
            const std::int64_t vectors = blockVectors(s.filters - f, n);
            blockOf(s, x, end, vectors, f);
            f += vectors == 0 ? n / 2 : vectors * n;
        }
    }
    if (s.stream)
        hwy::FlushStream();
}

std::int64_t widestTile()
{
    return pixelsOf(1);
}

std::int64_t block()
{
    return kVectors * static_cast<std::int64_t>(hn::Lanes(Whole()));
}

std::int64_t blockWidth(std::int64_t left)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(Whole()));
    const std::int64_t vectors = blockVectors(left, n);
    return vectors == 0 ? n / 2 : vectors * n;
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(strip);
HWY_EXPORT(widestTile);
HWY_EXPORT(block);
HWY_EXPORT(blockWidth);

void directStrip(const DirectStrip &s)
{
    HWY_DYNAMIC_DISPATCH(strip)(s);
}

std::int64_t directPixels()
{
    return HWY_DYNAMIC_DISPATCH(widestTile)();
}

std::int64_t directBlock()
{
    return HWY_DYNAMIC_DISPATCH(block)();
}

std::int64_t directBlockWidth(std::int64_t left)
{
    return HWY_DYNAMIC_DISPATCH(blockWidth)(left);
}

} // namespace convscope
#endif
