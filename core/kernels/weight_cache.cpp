// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/weight_cache.h"

#include <algorithm>
#include <list>
#include <mutex>

namespace convscope {

namespace {

constexpr std::int64_t kMostBytes = std::int64_t{256} << 20;

struct Cache
{
    std::mutex mutex;
    std::list<Tensor> recent; ///< most recently used first
    std::int64_t bytes = 0;
};

/// Never destroyed: a computation may outlive static objects.
Cache &cache()
{
    static Cache &instance = *new Cache;
    return instance;
}

} // namespace

Tensor cachedWeights(const Fingerprint &key)
{
    Cache &c = cache();
    const std::scoped_lock lock(c.mutex);
    const auto found = std::find_if(c.recent.begin(), c.recent.end(),
                                    [&](const Tensor &t) { return t.fingerprint() == key; });
    if (found == c.recent.end())
        return {};
    c.recent.splice(c.recent.begin(), c.recent, found);
    return c.recent.front();
}

void cacheWeights(const Tensor &weights)
{
    if (weights.bytes() > kMostBytes)
        return;
    Cache &c = cache();
    const std::scoped_lock lock(c.mutex);
    c.recent.push_front(weights);
    c.bytes += weights.bytes();
    while (c.bytes > kMostBytes) {
        c.bytes -= c.recent.back().bytes();
        c.recent.pop_back();
    }
}

} // namespace convscope
