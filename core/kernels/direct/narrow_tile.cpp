// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/direct/narrow_tile.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

#include "kernels/direct/narrow_tile.h"
#include "kernels/simd/vector_registers-inl.h"

#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

// A single lane is never half empty: narrow() is not called.
std::int64_t split(std::int64_t, std::int64_t)
{
    return 1;
}

void narrow(const DirectStrip &) {}

#else

using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

constexpr int kPixels = CONVSCOPE_MANY_REGISTERS == 0 ? 10 : 14;

std::int64_t split(std::int64_t filters, std::int64_t run)
{
    const auto n = static_cast<std::int64_t>(hn::Lanes(D()));
    if (filters * 4 <= n)
        return 4;
    if (filters * 2 > n)
        return 1;
    // A short odd run leaves much of its last vector empty.
    // conv ic1 in512x512 oc8 k3x3 p=same, one core of an AMD Zen 4: 0.88 → 0.79 ms.
    return run % 2 != 0 && run < 8 && n > 8 ? 1 : 2;
}

/// S floats over and over.
template <int S>
HWY_INLINE V repeated(const float *from)
{
    const D d;
    if constexpr (S == 4)
        return hn::LoadDup128(d, from);
    const hn::Repartition<std::uint64_t, D> pairs;
    std::uint64_t pair;
    std::memcpy(&pair, from, sizeof(pair));
    return hn::BitCast(d, hn::Set(pairs, pair));
}

/// What is the same for all tiles of a strip.
struct Around
{
    V bias;           ///< [term][filter]
    hn::Mask<D> rest; ///< lanes of the terms in the last, partial group of a row
};

/// Sums over the S terms of each filter: [pixel][filter] of S pixels.
template <int S>
HWY_INLINE V folded(const V *acc)
{
    const D d;
    if constexpr (S == 4) {
        const V a = hn::Add(hn::ConcatEven(d, acc[1], acc[0]), hn::ConcatOdd(d, acc[1], acc[0]));
        const V b = hn::Add(hn::ConcatEven(d, acc[3], acc[2]), hn::ConcatOdd(d, acc[3], acc[2]));
        return hn::Add(hn::ConcatEven(d, b, a), hn::ConcatOdd(d, b, a));
    } else {
        return hn::Add(hn::ConcatEven(d, acc[1], acc[0]), hn::ConcatOdd(d, acc[1], acc[0]));
    }
}

template <int P, int S>
void tile(const DirectStrip &s, const Around &around, std::int64_t x0)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    constexpr int kBases = (P + 2) / 3;
    constexpr int kRounded = (P + S - 1) / S * S;
    V acc[kRounded];
#pragma GCC unroll 16
    for (int p = 0; p < kRounded; ++p)
        acc[p] = hn::Zero(d);
    const std::int64_t step = s.pixelStride;
    const std::int64_t groups = s.run / S;
    const bool hasRest = s.run % S != 0;
    for (std::int64_t r = 0; r < s.rowCount; ++r) {
        const float *HWY_RESTRICT w = s.packed + s.weightRows[r] * n;
        const float *src[kBases];
#pragma GCC unroll 5
        for (int b = 0; b < kBases; ++b)
            src[b] = opaque(s.rows[r] + (x0 + 3 * b) * step);
        for (std::int64_t i = 0; i < groups; ++i, w += n) {
            const V wv = hn::Load(d, w);
#pragma GCC unroll 16
            for (int p = 0; p < P; ++p)
                acc[p] = hn::MulAdd(repeated<S>(src[p / 3] + p % 3 * step), wv, acc[p]);
#pragma GCC unroll 5
            for (int b = 0; b < kBases; ++b)
                src[b] += S;
        }
        if (hasRest) {
            // The floats after the row's last term belong to others: they may be infinite.
            const V wv = hn::Load(d, w);
#pragma GCC unroll 16
            for (int p = 0; p < P; ++p) {
                const V x = repeated<S>(src[p / 3] + p % 3 * step);
                acc[p] = hn::MulAdd(hn::IfThenElseZero(around.rest, x), wv, acc[p]);
            }
        }
    }
    const std::int64_t width = n / S;
    float *to = s.dst + x0 * s.dstStride;
#pragma GCC unroll 16
    for (int p = 0; p < kRounded; p += S) {
        V y = hn::Add(folded<S>(acc + p), around.bias);
        if (s.relu)
            y = hn::Max(hn::Zero(d), y); // in this order a NaN stays a NaN
        if (p + S <= P && s.filters == width && s.dstStride == width) {
            hn::StoreU(y, d, to + p * width);
            continue;
        }
        HWY_ALIGN float cells[HWY_MAX_BYTES / sizeof(float)];
        hn::Store(y, d, cells);
        for (int q = p; q < P && q < p + S; ++q) {
            for (std::int64_t f = 0; f < s.filters; ++f)
                to[q * s.dstStride + f] = cells[(q - p) * width + f];
        }
    }
}

template <int S, int P = kPixels>
HWY_INLINE void tileOf(std::int64_t pixels, const DirectStrip &s, const Around &around,
                       std::int64_t x0)
{
    if constexpr (P > 1) {
        if (pixels < P)
            return tileOf<S, P - 1>(pixels, s, around, x0);
    }
    tile<P, S>(s, around, x0);
}

template <int S>
void stripOf(const DirectStrip &s)
{
    const D d;
    const auto n = static_cast<std::int64_t>(hn::Lanes(d));
    HWY_ALIGN float bias[HWY_MAX_BYTES / sizeof(float)] = {};
    HWY_ALIGN float rest[HWY_MAX_BYTES / sizeof(float)] = {};
    for (std::int64_t i = 0; i < n; ++i) {
        const std::int64_t f = i % (n / S);
        bias[i] = s.bias != nullptr && f < s.filters ? s.bias[f] : 0.0F;
        rest[i] = i % S < s.run % S ? 1.0F : 0.0F;
    }
    const Around around{hn::Load(d, bias), hn::Ne(hn::Load(d, rest), hn::Zero(d))};
    // Whole groups of S pixels leave as one vector.
    constexpr std::int64_t kMost = kPixels / S * S;
    for (std::int64_t x = 0; x < s.pixels; x += kMost)
        tileOf<S>(s.pixels - x < kMost ? s.pixels - x : kMost, s, around, x);
}

void narrow(const DirectStrip &s)
{
    if (s.filters * 4 <= static_cast<std::int64_t>(hn::Lanes(D())))
        stripOf<4>(s);
    else
        stripOf<2>(s);
}

#endif

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(narrow);
HWY_EXPORT(split);

std::int64_t narrowSplit(std::int64_t filters, std::int64_t run)
{
    return HWY_DYNAMIC_DISPATCH(split)(filters, run);
}

void narrowStrip(const DirectStrip &strip)
{
    HWY_DYNAMIC_DISPATCH(narrow)(strip);
}

} // namespace convscope
#endif
