// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/map_statistics.h"

#include "visual/plane.h"

#include <cmath>
#include <cstring>
#include <map>

#include <tbb/parallel_for.h>

namespace convscope {

namespace {

/// Where the values of one channel lie: `outer` runs of `inner` values, `stride` apart inside a
/// run.
struct ChannelWalk
{
    std::int64_t outer = 1;
    std::int64_t outerStride = 0;
    std::int64_t inner = 1;
    std::int64_t stride = 1;
    std::int64_t channelStride = 1;
};

ChannelWalk channelWalk(const Tensor &tensor, DataFormat format)
{
    const std::int64_t channels = channelCount(tensor, format);
    ChannelWalk walk;
    if (format == DataFormat::ChannelsLast || tensor.rank() == 2) {
        walk.inner = channels > 0 ? tensor.size() / channels : 0;
        walk.stride = channels;
        walk.channelStride = 1;
        return walk;
    }
    walk.outer = tensor.extent(0);
    walk.inner = walk.outer > 0 && channels > 0 ? tensor.size() / (walk.outer * channels) : 0;
    walk.outerStride = channels * walk.inner;
    walk.channelStride = walk.inner;
    return walk;
}

struct Measured
{
    MapStatistics statistics;
    std::uint64_t hash = 0;
};

Measured measure(const float *first, const ChannelWalk &walk)
{
    MapStatistics s;
    double sum = 0;
    double squares = 0;
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    bool any = false;
    for (std::int64_t o = 0; o < walk.outer; ++o) {
        const float *at = first + o * walk.outerStride;
        for (std::int64_t i = 0; i < walk.inner; ++i, at += walk.stride) {
            const float x = *at;
            std::uint32_t bits = 0;
            std::memcpy(&bits, at, sizeof bits);
            hash = (hash ^ bits) * 0x100000001B3ULL;
            ++s.count;
            if (!std::isfinite(x)) {
                ++s.nonfinite;
                continue;
            }
            if (!any || x > s.maximum) {
                s.maximum = x;
                s.atMaximum = 0;
            }
            if (!any || x < s.minimum)
                s.minimum = x;
            any = true;
            s.atMaximum += x == s.maximum ? 1 : 0;
            s.zeros += x == 0.0F ? 1 : 0;
            sum += x;
            squares += static_cast<double>(x) * x;
        }
    }
    const std::int64_t finite = s.count - s.nonfinite;
    if (finite > 0) {
        const auto n = static_cast<double>(finite);
        s.mean = sum / n;
        s.energy = squares / n;
        s.standardDeviation = std::sqrt(std::max(0.0, s.energy - s.mean * s.mean));
    }
    return {s, hash};
}

bool equalChannels(const float *a, const float *b, const ChannelWalk &walk)
{
    for (std::int64_t o = 0; o < walk.outer; ++o) {
        for (std::int64_t i = 0; i < walk.inner; ++i) {
            const std::int64_t at = o * walk.outerStride + i * walk.stride;
            if (std::memcmp(a + at, b + at, sizeof(float)) != 0)
                return false;
        }
    }
    return true;
}

double correlation(const float *a, const float *b, const ChannelWalk &walk)
{
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (std::int64_t o = 0; o < walk.outer; ++o) {
        for (std::int64_t i = 0; i < walk.inner; ++i) {
            const std::int64_t at = o * walk.outerStride + i * walk.stride;
            const double x = a[at];
            const double y = b[at];
            sumA += x;
            sumB += y;
            squaresA += x * x;
            squaresB += y * y;
            products += x * y;
        }
    }
    const auto n = static_cast<double>(walk.outer * walk.inner);
    const double spread = (squaresA - sumA * sumA / n) * (squaresB - sumB * sumB / n);
    const double r = (products - sumA * sumB / n) / std::sqrt(spread);
    return std::isfinite(r) ? r : 0.0;
}

} // namespace

std::vector<double> mapSimilarity(const Tensor &tensor, DataFormat format, std::int64_t channel)
{
    const std::int64_t channels = channelCount(tensor, format);
    const ChannelWalk walk = channelWalk(tensor, format);
    std::vector<double> similarity(static_cast<std::size_t>(channels), 1.0);
    const float *selected = tensor.data() + channel * walk.channelStride;
    tbb::parallel_for(std::int64_t{0}, channels, [&](std::int64_t c) {
        if (c != channel)
            similarity[static_cast<std::size_t>(c)] =
                correlation(selected, tensor.data() + c * walk.channelStride, walk);
    });
    return similarity;
}

std::vector<MapStatistics> mapStatistics(const Tensor &tensor, DataFormat format)
{
    const std::int64_t channels = channelCount(tensor, format);
    const ChannelWalk walk = channelWalk(tensor, format);
    std::vector<Measured> measured(static_cast<std::size_t>(channels));
    tbb::parallel_for(std::int64_t{0}, channels, [&](std::int64_t c) {
        measured[static_cast<std::size_t>(c)] =
            measure(tensor.data() + c * walk.channelStride, walk);
    });
    std::vector<MapStatistics> result;
    std::map<std::uint64_t, std::int64_t> firstOf;
    for (std::int64_t c = 0; c < channels; ++c) {
        Measured &m = measured[static_cast<std::size_t>(c)];
        const auto [found, isNew] = firstOf.try_emplace(m.hash, c);
        if (!isNew && equalChannels(tensor.data() + found->second * walk.channelStride,
                                    tensor.data() + c * walk.channelStride, walk))
            m.statistics.sameAs = found->second;
        result.push_back(m.statistics);
    }
    return result;
}

} // namespace convscope
