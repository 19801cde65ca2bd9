// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/conv/weight_cache.h"

#include "kernels/conv/conv_kernel.h"

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

Result<Tensor> keptWeights(const Fingerprint &key, const Extents &extents,
                           const std::function<bool(float *to)> &fill)
{
    if (Tensor cached = cachedWeights(key); !cached.isNull())
        return cached;
    auto buffer = TensorBuffer::allocate(extents, "a kernel's own copy of the weights");
    if (!buffer)
        return fail(buffer.error());
    if (!fill(buffer->data()))
        return convolutionCancelled();
    Tensor weights(std::move(*buffer), key);
    cacheWeights(weights);
    return weights;
}

} // namespace convscope
