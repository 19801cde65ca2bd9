// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/direct_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "kernels/direct_tile.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

// Accumulators must stay in registers: 14 × 2 of 32 with AVX-512 and NEON, 6 × 2 of 16 elsewhere.
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL || HWY_ARCH_ARM_A64
constexpr int kPixels = 14;
#else
constexpr int kPixels = 6;
#endif

/// P pixels × VW vectors of filters.
template <int P, int VW>
void tile(const DirectStrip &s, std::int64_t x0, const float *packed, std::int64_t f0,
          std::int64_t filters)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    V acc[P][VW];
#pragma GCC unroll 4
    for (int v = 0; v < VW; ++v) {
        const std::int64_t left = filters - v * n;
        // May pass the end by less than a vector: tensors have that slack.
        const V start =
            s.bias != nullptr && left > 0 ? hn::LoadU(d, s.bias + f0 + v * n) : hn::Zero(d);
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p)
            acc[p][v] = start;
    }
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        const float *HWY_RESTRICT src = s.rows[r] + x0 * s.pixelStride;
        const float *HWY_RESTRICT w = packed + s.weightRows[r] * (VW * n);
        const std::int64_t step = s.pixelStride;
        for (std::int64_t i = 0; i < s.run; ++i, w += VW * n) {
            V wv[VW];
#pragma GCC unroll 4
            for (int v = 0; v < VW; ++v)
                wv[v] = hn::Load(d, w + v * n);
#pragma GCC unroll 16
            for (int p = 0; p < P; ++p) {
                const V x = hn::Set(d, src[p * step + i]);
#pragma GCC unroll 4
                for (int v = 0; v < VW; ++v)
                    acc[p][v] = hn::MulAdd(x, wv[v], acc[p][v]);
            }
        }
    }
#pragma GCC unroll 4
    for (int v = 0; v < VW; ++v) {
        const std::int64_t left = filters - v * n;
        if (left <= 0)
            break;
        const auto mask = hn::FirstN(d, static_cast<std::size_t>(left));
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p) {
            float *to = s.dst + (x0 + p) * s.dstStride + f0 + v * n;
            // In this order a NaN stays a NaN.
            const V y = s.relu ? hn::Max(hn::Zero(d), acc[p][v]) : acc[p][v];
            if (left >= n)
                hn::StoreU(y, d, to);
            else
                hn::BlendedStore(y, mask, d, to);
        }
    }
}

template <int VW>
void tileOf(int pixels, const DirectStrip &s, std::int64_t x0, const float *packed, std::int64_t f0,
            std::int64_t filters)
{
    switch (pixels) {
#define CONVSCOPE_CASE(P)                                                                          \
    case P:                                                                                        \
        return tile<P, VW>(s, x0, packed, f0, filters);
        CONVSCOPE_CASE(1)
        CONVSCOPE_CASE(2)
        CONVSCOPE_CASE(3)
        CONVSCOPE_CASE(4)
        CONVSCOPE_CASE(5)
        CONVSCOPE_CASE(6)
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL || HWY_ARCH_ARM_A64
        CONVSCOPE_CASE(7)
        CONVSCOPE_CASE(8)
        CONVSCOPE_CASE(9)
        CONVSCOPE_CASE(10)
        CONVSCOPE_CASE(11)
        CONVSCOPE_CASE(12)
        CONVSCOPE_CASE(13)
        CONVSCOPE_CASE(14)
#endif
#undef CONVSCOPE_CASE
    default:
        return;
    }
}

void strip(const DirectStrip &s)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(D()));
    // Nearly equal tiles: 15 pixels as 8 + 7, not 14 + 1.
    const std::int64_t tiles = (s.pixels + kPixels - 1) / kPixels;
    const float *packed = s.packed;
    for (std::int64_t f = 0; f < s.filters; f += 2 * n) {
        const std::int64_t filters = s.filters - f < 2 * n ? s.filters - f : 2 * n;
        for (std::int64_t t = 0; t < tiles; ++t) {
            const std::int64_t x0 = s.pixels * t / tiles;
            const int pixels = static_cast<int>(s.pixels * (t + 1) / tiles - x0);
            if (filters > n)
                tileOf<2>(pixels, s, x0, packed, f, filters);
            else
                tileOf<1>(pixels, s, x0, packed, f, filters);
        }
        packed += s.depth * 2 * n;
    }
}

std::int64_t lanes()
{
    return static_cast<std::int64_t>(hn::Lanes(D()));
}

std::int64_t targetId()
{
    return HWY_TARGET;
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(strip);
HWY_EXPORT(lanes);
HWY_EXPORT(targetId);

void directStrip(const DirectStrip &s)
{
    HWY_DYNAMIC_DISPATCH(strip)(s);
}

std::int64_t vectorFloats()
{
    return HWY_DYNAMIC_DISPATCH(lanes)();
}

std::int64_t directBlock()
{
    return 2 * vectorFloats();
}

const char *simdName()
{
    switch (HWY_DYNAMIC_DISPATCH(targetId)()) {
    case HWY_AVX3_DL:
    case HWY_AVX3:
        return "avx512";
    case HWY_AVX2:
        return "avx2";
    case HWY_SSE4:
        return "sse4";
    case HWY_SSSE3:
        return "ssse3";
    case HWY_NEON:
        return "neon";
    default:
        return "portable";
    }
}

} // namespace convscope
#endif
