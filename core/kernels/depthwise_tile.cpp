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
using M = hn::Mask<D>;

/// As many sums in flight as hide the latency of a multiply–add on two pipes.
constexpr int kPixels = 8;

/// P pixels × one vector of channels from c. Loads may pass the end by less than a vector: every
/// array has that slack.
template <int P, bool kMasked>
HWY_INLINE void tile(const DepthwiseStrip &s, std::int64_t x0, std::int64_t c, M mask)
{
    const D d;
    const V start = s.bias != nullptr ? hn::LoadU(d, s.bias + c) : hn::Zero(d);
    V acc[P];
#pragma GCC unroll 8
    for (int p = 0; p < P; ++p)
        acc[p] = start;
    const std::int64_t step = s.pixelStride;
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        const float *src = s.rows[r] + x0 * step + s.firstTap * s.tapStride + c;
        const float *w = s.weights[r] + s.firstTap * s.channels + c;
        for (std::int64_t t = s.firstTap; t < s.lastTap; ++t, src += s.tapStride, w += s.channels) {
            const V wv = hn::LoadU(d, w);
#pragma GCC unroll 8
            for (int p = 0; p < P; ++p)
                acc[p] = hn::MulAdd(hn::LoadU(d, src + p * step), wv, acc[p]);
        }
    }
#pragma GCC unroll 8
    for (int p = 0; p < P; ++p) {
        float *to = s.dst + (x0 + p) * s.dstStride + c;
        // In this order a NaN stays a NaN.
        const V y = s.relu ? hn::Max(hn::Zero(d), acc[p]) : acc[p];
        if constexpr (kMasked)
            hn::BlendedStore(y, mask, d, to);
        else
            hn::StoreU(y, d, to);
    }
}

template <int P>
void tileOf(const DepthwiseStrip &s, std::int64_t x0)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    const M all = hn::FirstN(d, hn::Lanes(d));
    std::int64_t c = 0;
    for (; c + n <= s.channels; c += n)
        tile<P, false>(s, x0, c, all);
    if (c < s.channels)
        tile<P, true>(s, x0, c, hn::FirstN(d, static_cast<std::size_t>(s.channels - c)));
}

void depthwise(const DepthwiseStrip &s)
{
    std::int64_t x = 0;
    for (; x + kPixels <= s.pixels; x += kPixels)
        tileOf<kPixels>(s, x);
    switch (s.pixels - x) {
    case 1:
        return tileOf<1>(s, x);
    case 2:
        return tileOf<2>(s, x);
    case 3:
        return tileOf<3>(s, x);
    case 4:
        return tileOf<4>(s, x);
    case 5:
        return tileOf<5>(s, x);
    case 6:
        return tileOf<6>(s, x);
    case 7:
        return tileOf<7>(s, x);
    default:
        return;
    }
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
