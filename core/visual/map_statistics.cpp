// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/map_statistics.h"

#include "visual/channel_sweep.h"
#include "visual/plane.h"

#include <algorithm>
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

/// Values per task, and pixels that many values of `channels` make: whole pieces of the sweep.
std::int64_t pixelsPerTask(std::int64_t channels)
{
    constexpr std::int64_t kValuesPerTask = 1 << 16;
    const std::int64_t pixels = kValuesPerTask / std::max<std::int64_t>(1, channels);
    return std::max<std::int64_t>(1, pixels / kSweepPixels) * kSweepPixels;
}

/// One run of `pixels` pixels whose `channels` lie together, in parallel; the parts are joined in
/// one fixed order.
void sweepRun(const float *values, std::int64_t firstPixel, std::int64_t pixels,
              std::int64_t channels, ChannelSweep *sweeps)
{
    const std::int64_t perTask = pixelsPerTask(channels);
    const std::int64_t tasks = (pixels + perTask - 1) / perTask;
    if (tasks <= 1) {
        sweepChannels(values, firstPixel, pixels, channels, sweeps);
        return;
    }
    std::vector<ChannelSweep> parts(static_cast<std::size_t>(tasks * channels));
    tbb::parallel_for(std::int64_t{0}, tasks, [&](std::int64_t task) {
        const std::int64_t first = task * perTask;
        sweepChannels(values + first * channels, firstPixel + first,
                      std::min(perTask, pixels - first), channels, parts.data() + task * channels);
    });
    for (std::int64_t task = 0; task < tasks; ++task) {
        for (std::int64_t c = 0; c < channels; ++c)
            sweeps[c].join(parts[static_cast<std::size_t>(task * channels + c)]);
    }
}

std::vector<ChannelSweep> sweepAll(const Tensor &tensor, const ChannelWalk &walk,
                                   std::int64_t channels)
{
    std::vector<ChannelSweep> sweeps(static_cast<std::size_t>(channels));
    if (walk.channelStride == 1) {
        sweepRun(tensor.data(), 0, walk.outer * walk.inner, channels, sweeps.data());
        return sweeps;
    }
    // Whole pieces between the batch entries, so that the places of all channels agree.
    const std::int64_t step = (walk.inner + kSweepPixels - 1) / kSweepPixels * kSweepPixels;
    tbb::parallel_for(std::int64_t{0}, channels, [&](std::int64_t c) {
        for (std::int64_t o = 0; o < walk.outer; ++o)
            sweepRun(tensor.data() + o * walk.outerStride + c * walk.channelStride, o * step,
                     walk.inner, 1, sweeps.data() + c);
    });
    return sweeps;
}

MapStatistics statisticsOf(const ChannelSweep &sweep, std::int64_t count)
{
    MapStatistics s;
    s.count = count;
    s.nonfinite = sweep.nonfinite;
    s.zeros = sweep.zeros;
    const std::int64_t finite = count - sweep.nonfinite;
    if (finite <= 0)
        return s;
    s.minimum = sweep.minimum;
    s.maximum = sweep.maximum;
    s.atMaximum = sweep.atMaximum;
    const auto n = static_cast<double>(finite);
    s.mean = sweep.sum / n;
    s.energy = sweep.squares / n;
    s.standardDeviation = std::sqrt(std::max(0.0, s.energy - s.mean * s.mean));
    return s;
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
    const std::vector<ChannelSweep> sweeps = sweepAll(tensor, walk, channels);
    std::vector<MapStatistics> result;
    std::map<std::uint32_t, std::int64_t> firstOf;
    for (std::int64_t c = 0; c < channels; ++c) {
        const ChannelSweep &sweep = sweeps[static_cast<std::size_t>(c)];
        result.push_back(statisticsOf(sweep, walk.outer * walk.inner));
        const auto [found, isNew] = firstOf.try_emplace(sweep.hash, c);
        if (!isNew && equalChannels(tensor.data() + found->second * walk.channelStride,
                                    tensor.data() + c * walk.channelStride, walk))
            result.back().sameAs = found->second;
    }
    return result;
}

} // namespace convscope
