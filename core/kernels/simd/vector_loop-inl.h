// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Loops over a row of float32, included once per SIMD target.
#if defined(CONVSCOPE_VECTOR_LOOP_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef CONVSCOPE_VECTOR_LOOP_INL
#undef CONVSCOPE_VECTOR_LOOP_INL
#else
#define CONVSCOPE_VECTOR_LOOP_INL
#endif

#include <hwy/cache_control.h>
#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// The larger one, or NaN where one is NaN.
template <class V>
HWY_INLINE V LargerOrNaN(V a, V b)
{
#if HWY_TARGET == HWY_EMU128 || HWY_TARGET == HWY_SCALAR
    return hn::IfThenElse(hn::Or(hn::Gt(b, a), hn::IsNaN(b)), b, a);
#else
    // x86 gives b where one is NaN, ARM gives NaN.
    return hn::IfThenElse(hn::IsNaN(a), a, hn::Max(a, b));
#endif
}

/// Fewer than a vector of values: never touches memory at or past p + n.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V LoadPart(D d, const float *p, std::size_t n)
{
    HWY_ALIGN float part[hn::MaxLanes(D())] = {};
    for (std::size_t i = 0; i < n; ++i)
        part[i] = p[i];
    return hn::Load(d, part);
}

template <class D, class V>
HWY_INLINE void StorePart(D d, V v, float *p, std::size_t n)
{
    HWY_ALIGN float part[hn::MaxLanes(D())];
    hn::Store(v, d, part);
    for (std::size_t i = 0; i < n; ++i)
        p[i] = part[i];
}

/// Values before the first 64-byte boundary at or after p, at most n.
HWY_INLINE std::int64_t UnalignedStart(const float *p, std::int64_t n)
{
    const auto past = static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(p) % 64 / 4);
    const std::int64_t start = past == 0 ? 0 : 16 - past;
    return start < n ? start : n;
}

/// Fills dst[0, n): `f(i)` gives the vector for the places from i on, `fPart(i, count)` one of
/// which the first `count` lanes are taken. `kStream`: dst bypasses the caches.
template <bool kStream, class F, class FPart>
HWY_INLINE void FillRow(float *dst, std::int64_t n, const F &f, const FPart &fPart)
{
    const hn::ScalableTag<float> d;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(d));
    std::int64_t i = 0;
    if constexpr (kStream) {
        const std::int64_t start = UnalignedStart(dst, n);
        while (i < start) {
            const std::int64_t count = start - i < lanes ? start - i : lanes;
            StorePart(d, fPart(i, static_cast<std::size_t>(count)), dst + i,
                      static_cast<std::size_t>(count));
            i += count;
        }
    }
    for (; i + lanes <= n; i += lanes) {
        if constexpr (kStream)
            hn::Stream(f(i), d, dst + i);
        else
            hn::StoreU(f(i), d, dst + i);
    }
    if (i < n) {
        const auto rest = static_cast<std::size_t>(n - i);
        StorePart(d, fPart(i, rest), dst + i, rest);
    }
}

/// Values between a value and the one that is fetched meanwhile: 2 KiB.
constexpr std::int64_t kAhead = 512;

/// dst[i] = f(src[i]).
template <bool kStream, class F>
HWY_INLINE void MapRow(const float *src, float *dst, std::int64_t n, const F &f)
{
    const hn::ScalableTag<float> d;
    FillRow<kStream>(
        dst, n,
        [=](std::int64_t i) HWY_ATTR {
            if constexpr (kStream)
                hwy::Prefetch(src + i + kAhead);
            return f(hn::LoadU(d, src + i));
        },
        [=](std::int64_t i, std::size_t count) HWY_ATTR { return f(LoadPart(d, src + i, count)); });
}

} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#endif
