// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_edit/weight_statistics.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr std::int64_t kStatisticsPart = 1 << 18;
/// Cells of a filter that are compared first.
constexpr std::int64_t kSample = 128;
/// Steps that comparing all pairs may take.
constexpr double kMostSteps = 1.5e9;

Failure stopped()
{
    return fail("cancelled", {}, {}, words("Cancelled"));
}

/// First pass: everything but the histogram.
bool sum(WeightStatistics &result, const Tensor &weight, const WeightLayout &layout,
         const std::stop_token &stop)
{
    const std::int64_t step = std::max<std::int64_t>(1, layout.offset({.filter = 1}));
    const std::int64_t filters = layout.filters();
    double total = 0;
    double squares = 0;
    bool isFirst = true;
    std::vector<double> filterSquares(static_cast<std::size_t>(filters), 0.0);
    for (std::int64_t from = 0; from < weight.size(); from += kStatisticsPart) {
        if (stop.stop_requested())
            return false;
        const std::int64_t to = std::min(weight.size(), from + kStatisticsPart);
        for (std::int64_t i = from; i < to; ++i) {
            const double value = weight.data()[i];
            if (!std::isfinite(value)) {
                ++result.nonfinite;
                continue;
            }
            const auto filter = static_cast<std::size_t>(i / step % filters);
            const double square = value * value;
            filterSquares[filter] += square;
            result.reaches[filter] = std::max(result.reaches[filter], std::abs(value));
            result.smallest = isFirst ? value : std::min(result.smallest, value);
            result.largest = isFirst ? value : std::max(result.largest, value);
            isFirst = false;
            result.zeros += value == 0 ? 1 : 0;
            total += value;
            squares += square;
        }
    }
    std::transform(filterSquares.begin(), filterSquares.end(), result.norms.begin(),
                   [](double square) { return std::sqrt(square); });
    const auto finite = static_cast<double>(result.count - result.nonfinite);
    if (finite > 0) {
        result.mean = total / finite;
        result.standardDeviation =
            std::sqrt(std::max(0.0, squares / finite - result.mean * result.mean));
    }
    result.reach = std::max(std::abs(result.smallest), std::abs(result.largest));
    return true;
}

/// Second pass.
bool fillBins(WeightStatistics &result, const Tensor &weight, const std::stop_token &stop)
{
    const double scale =
        result.reach > 0 ? static_cast<double>(kWeightBins) / (2 * result.reach) : 0;
    for (std::int64_t from = 0; from < weight.size(); from += kStatisticsPart) {
        if (stop.stop_requested())
            return false;
        const std::int64_t to = std::min(weight.size(), from + kStatisticsPart);
        for (std::int64_t i = from; i < to; ++i) {
            const double value = weight.data()[i];
            if (!std::isfinite(value))
                continue;
            const double place =
                scale > 0 ? (value + result.reach) * scale : static_cast<double>(kWeightBins) / 2;
            ++result.bins[std::min(kWeightBins - 1, static_cast<std::size_t>(place))];
        }
    }
    return true;
}

/// Filters side by side, each as a list of its values in the tensor's order.
class Filters
{
public:
    Filters(const Tensor &weight, const WeightLayout &layout)
        : m_data(weight.data()), m_step(std::max<std::int64_t>(1, layout.offset({.filter = 1}))),
          m_filters(layout.filters()),
          m_length(weight.size() / std::max<std::int64_t>(1, m_filters))
    {
    }
    [[nodiscard]] std::int64_t length() const { return m_length; }
    [[nodiscard]] double value(std::int64_t filter, std::int64_t i) const
    {
        return m_data[(i / m_step * m_filters + filter) * m_step + i % m_step];
    }
    /// Norm of the difference of two.
    [[nodiscard]] double difference(std::int64_t a, std::int64_t b) const
    {
        double squares = 0;
        for (std::int64_t i = 0; i < m_length; ++i) {
            const double d = value(a, i) - value(b, i);
            squares += d * d;
        }
        return std::sqrt(squares);
    }

private:
    const float *m_data;
    std::int64_t m_step;
    std::int64_t m_filters;
    std::int64_t m_length;
};

bool findTwins(WeightStatistics &result, const Tensor &weight, const WeightLayout &layout,
               const std::stop_token &stop)
{
    const std::int64_t count = layout.filters();
    const Filters filters(weight, layout);
    const std::int64_t sample = std::min(filters.length(), kSample);
    // Single numbers are not told apart as filters.
    if (filters.length() < 2 || count < 2)
        return true;
    result.comparesAll =
        double(count) * double(count) / 2 * double(sample) <= kMostSteps && result.nonfinite == 0;
    if (!result.comparesAll)
        return true;
    std::vector<float> samples(static_cast<std::size_t>(count * sample));
    std::vector<double> sampleSquares(static_cast<std::size_t>(count), 0.0);
    for (std::int64_t f = 0; f < count; ++f) {
        for (std::int64_t i = 0; i < sample; ++i) {
            const double value = filters.value(f, i * filters.length() / sample);
            samples[static_cast<std::size_t>(f * sample + i)] = static_cast<float>(value);
            sampleSquares[static_cast<std::size_t>(f)] += value * value;
        }
    }
    // All cells: the sample tells all; else a difference may hide in some of them, a little.
    const double allowed = sample == filters.length() ? kTwinDistance * 1.001 : 6 * kTwinDistance;
    for (std::int64_t a = 0; a < count; ++a) {
        if (stop.stop_requested())
            return false;
        const auto first = static_cast<std::size_t>(a);
        for (std::int64_t b = a + 1; b < count && result.twins.size() < kMostTwins; ++b) {
            const auto second = static_cast<std::size_t>(b);
            const double larger = std::max(result.norms[first], result.norms[second]);
            if (larger == 0 ||
                std::abs(result.norms[first] - result.norms[second]) > kTwinDistance * larger)
                continue;
            const double most =
                allowed * allowed * std::max(sampleSquares[first], sampleSquares[second]);
            double squares = 0;
            for (std::int64_t i = 0; i < sample && squares <= most; ++i) {
                const double d = double(samples[static_cast<std::size_t>(a * sample + i)]) -
                                 double(samples[static_cast<std::size_t>(b * sample + i)]);
                squares += d * d;
            }
            if (squares > most)
                continue;
            const double distance = filters.difference(a, b) / larger;
            if (distance <= kTwinDistance)
                result.twins.push_back({a, b, distance});
        }
    }
    return true;
}

} // namespace

Result<WeightStatistics> weightStatistics(const Tensor &weight, const WeightLayout &layout,
                                          const std::stop_token &stop)
{
    WeightStatistics result;
    result.count = weight.size();
    result.norms.resize(static_cast<std::size_t>(layout.filters()));
    result.reaches.resize(static_cast<std::size_t>(layout.filters()));
    if (!sum(result, weight, layout, stop) || !fillBins(result, weight, stop))
        return stopped();
    if (result.nonfinite == 0) {
        for (std::size_t f = 0; f < result.reaches.size() && !layout.isVector(); ++f) {
            if (result.reaches[f] == 0)
                result.zeroFilters.push_back(static_cast<std::int64_t>(f));
        }
    }
    if (!findTwins(result, weight, layout, stop))
        return stopped();
    return result;
}

} // namespace convscope
