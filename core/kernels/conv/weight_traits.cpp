// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/conv/weight_traits.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>

namespace convscope {

namespace {

/// More than a person writes by hand.
constexpr std::int64_t kMostHandMade = 1 << 14;
constexpr std::size_t kMostRemembered = 64;

struct Traits
{
    Fingerprint kernel;
    bool isFinite = true;
    bool isHandMade = false;
};

Traits traitsOf(const Tensor &kernel)
{
    Traits t{kernel.fingerprint(), true, kernel.size() <= kMostHandMade};
    for (const float x : kernel.values()) {
        const float scaled = x * 64;
        t.isHandMade = t.isHandMade && std::abs(x) <= 64 && scaled == std::trunc(scaled);
        t.isFinite = t.isFinite && std::isfinite(x);
    }
    return t;
}

struct Memory
{
    std::mutex mutex;
    std::deque<Traits> latest;
};

/// Never destroyed: a computation may outlive static objects.
Memory &memory()
{
    static Memory &instance = *new Memory;
    return instance;
}

Traits remembered(const Tensor &kernel)
{
    Memory &m = memory();
    {
        const std::scoped_lock lock(m.mutex);
        for (const Traits &t : m.latest) {
            if (t.kernel == kernel.fingerprint())
                return t;
        }
    }
    const Traits fresh = traitsOf(kernel);
    const std::scoped_lock lock(m.mutex);
    m.latest.push_front(fresh);
    if (m.latest.size() > kMostRemembered)
        m.latest.pop_back();
    return fresh;
}

} // namespace

WhyNot transformedWeightsDecline(const Tensor &kernel)
{
    const Traits t = remembered(kernel);
    if (!t.isFinite)
        return [] { return words("a weight is not finite and would reach results of other taps"); };
    if (t.isHandMade)
        return [] {
            return words(
                "the weights are small multiples of 1/64, whose sums stay exact untransformed");
        };
    return nullptr;
}

} // namespace convscope
