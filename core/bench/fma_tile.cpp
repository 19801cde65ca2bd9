// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench/fma_tile.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "bench/fma_tile.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

// Twelve chains hide a latency of 4 to 6 cycles at two operations a cycle, within 16 registers.
std::int64_t Spin(std::int64_t rounds, float *sink)
{
    const hn::ScalableTag<float> d;
    const auto factor = hn::Set(d, 0.999F + *sink);
    const auto term = hn::Set(d, 0.001F);
    auto a = hn::Iota(d, 1);
    auto b = hn::Iota(d, 2);
    auto c = hn::Iota(d, 3);
    auto e = hn::Iota(d, 4);
    auto f = hn::Iota(d, 5);
    auto g = hn::Iota(d, 6);
    auto h = hn::Iota(d, 7);
    auto i = hn::Iota(d, 8);
    auto j = hn::Iota(d, 9);
    auto k = hn::Iota(d, 10);
    auto l = hn::Iota(d, 11);
    auto m = hn::Iota(d, 12);
    for (std::int64_t round = 0; round < rounds; ++round) {
        a = hn::MulAdd(a, factor, term);
        b = hn::MulAdd(b, factor, term);
        c = hn::MulAdd(c, factor, term);
        e = hn::MulAdd(e, factor, term);
        f = hn::MulAdd(f, factor, term);
        g = hn::MulAdd(g, factor, term);
        h = hn::MulAdd(h, factor, term);
        i = hn::MulAdd(i, factor, term);
        j = hn::MulAdd(j, factor, term);
        k = hn::MulAdd(k, factor, term);
        l = hn::MulAdd(l, factor, term);
        m = hn::MulAdd(m, factor, term);
    }
    const auto first = hn::Add(hn::Add(hn::Add(a, b), hn::Add(c, e)), hn::Add(f, g));
    const auto second = hn::Add(hn::Add(hn::Add(h, i), hn::Add(j, k)), hn::Add(l, m));
    *sink = hn::GetLane(hn::SumOfLanes(d, hn::Add(first, second)));
    return rounds * 12 * 2 * static_cast<std::int64_t>(hn::Lanes(d));
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(Spin);

std::int64_t spinFusedMultiplyAdds(std::int64_t rounds, float *sink)
{
    return HWY_DYNAMIC_DISPATCH(Spin)(rounds, sink);
}

} // namespace convscope
#endif
