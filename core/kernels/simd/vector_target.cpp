// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/simd/vector_target.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/simd/vector_target.cpp"
#include <hwy/foreach_target.h>
// foreach_target.h first
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

std::int64_t lanes()
{
    return static_cast<std::int64_t>(
        hwy::HWY_NAMESPACE::Lanes(hwy::HWY_NAMESPACE::ScalableTag<float>()));
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

HWY_EXPORT(lanes);
HWY_EXPORT(targetId);

std::int64_t vectorFloats()
{
    return HWY_DYNAMIC_DISPATCH(lanes)();
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

std::string vectorKernelName()
{
    return std::string("vector_") + simdName();
}

} // namespace convscope
#endif
