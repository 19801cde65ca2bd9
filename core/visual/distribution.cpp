// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include "visual/plane_rows.h"

#include <tbb/parallel_reduce.h>

#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// Neighbouring channels of a channels_last tensor, taken together, lie contiguously: read as one
/// plane, memory is passed once instead of once per channel.
std::vector<Plane> mergedPlanes(std::span<const Plane> planes)
{
    std::vector<Plane> result;
    for (std::size_t i = 0; i < planes.size();) {
        const Plane &first = planes[i];
        const auto channels = static_cast<std::size_t>(first.columnStride);
        bool joins = channels > 1 && i + channels <= planes.size();
        for (std::size_t c = 1; joins && c < channels; ++c) {
            const Plane &other = planes[i + c];
            joins = other.tensor.data() == first.tensor.data() &&
                    other.offset == first.offset + static_cast<std::int64_t>(c) &&
                    other.rows == first.rows && other.columns == first.columns &&
                    other.rowStride == first.rowStride && other.columnStride == first.columnStride;
        }
        result.push_back(first);
        if (joins) {
            result.back().columns *= first.columnStride;
            result.back().columnStride = 1;
        }
        i += joins ? channels : 1;
    }
    return result;
}

struct Moments
{
    float minimum = std::numeric_limits<float>::infinity();
    float maximum = -std::numeric_limits<float>::infinity();
    double sum = 0;
    double squares = 0;
    std::int64_t nonfinite = 0;
    std::int64_t zeros = 0;

    void add(const Moments &other)
    {
        minimum = std::min(minimum, other.minimum);
        maximum = std::max(maximum, other.maximum);
        sum += other.sum;
        squares += other.squares;
        nonfinite += other.nonfinite;
        zeros += other.zeros;
    }
};

using Bins = std::array<std::int64_t, 256>;

/// Sums body(row, sum) over the rows of a plane; blocks are joined in one fixed order, so that the
/// same values give the same bits whatever the number of threads.
template <class Sum, class Body, class Join>
Sum overRows(const Plane &plane, const Body &body, const Join &join)
{
    constexpr std::int64_t kCellsPerTask = 1 << 16;
    const std::int64_t grain = std::max<std::int64_t>(1, kCellsPerTask / plane.columns);
    return tbb::parallel_deterministic_reduce(
        tbb::blocked_range<std::int64_t>(0, plane.rows, static_cast<std::size_t>(grain)), Sum{},
        [&](const tbb::blocked_range<std::int64_t> &block, Sum sum) {
            for (std::int64_t row = block.begin(); row < block.end(); ++row)
                body(row, sum);
            return sum;
        },
        join);
}

void addRow(const float *values, std::int64_t stride, std::int64_t columns, Moments &moments)
{
    // Independent lanes: one running minimum or sum would wait for itself at every value.
    constexpr std::int64_t kLanes = 4;
    std::array<Moments, kLanes> lanes{};
    for (std::int64_t x = 0; x < columns; ++x) {
        Moments &lane = lanes[static_cast<std::size_t>(x % kLanes)];
        const float value = values[x * stride];
        if (!std::isfinite(value)) {
            ++lane.nonfinite;
            continue;
        }
        lane.minimum = value < lane.minimum ? value : lane.minimum;
        lane.maximum = value > lane.maximum ? value : lane.maximum;
        lane.zeros += value == 0 ? 1 : 0;
        lane.sum += double(value);
        lane.squares += double(value) * double(value);
    }
    for (const Moments &lane : lanes)
        moments.add(lane);
}

void countRow(const float *values, std::int64_t stride, std::int64_t columns, double low,
              double binsPerUnit, Bins &bins)
{
    for (std::int64_t x = 0; x < columns; ++x) {
        const float value = values[x * stride];
        if (!std::isfinite(value))
            continue;
        const auto bin = static_cast<std::size_t>((double(value) - low) * binsPerUnit);
        ++bins[std::min<std::size_t>(bin, 255)];
    }
}

} // namespace

Distribution distribution(std::span<const Plane> planes)
{
    Moments moments;
    Distribution result;
    const std::vector<Plane> merged = mergedPlanes(planes);
    for (const Plane &plane : merged) {
        if (plane.isEmpty())
            continue;
        result.count += plane.rows * plane.columns;
        moments.add(overRows<Moments>(
            plane,
            [&](std::int64_t row, Moments &sum) {
                addRow(rowData(plane, row), plane.columnStride, plane.columns, sum);
            },
            [](Moments left, const Moments &right) {
                left.add(right);
                return left;
            }));
    }
    result.nonfinite = moments.nonfinite;
    result.zeros = moments.zeros;
    const std::int64_t finite = result.count - result.nonfinite;
    if (finite == 0)
        return result;
    result.minimum = moments.minimum;
    result.maximum = moments.maximum;
    result.mean = moments.sum / double(finite);
    const double variance = moments.squares / double(finite) - result.mean * result.mean;
    result.standardDeviation = std::sqrt(std::max(0.0, variance));

    const double width = double(result.maximum) - double(result.minimum);
    const double binsPerUnit = width > 0 ? 256 / width : 0;
    for (const Plane &plane : merged) {
        if (plane.isEmpty())
            continue;
        const Bins bins = overRows<Bins>(
            plane,
            [&](std::int64_t row, Bins &sum) {
                countRow(rowData(plane, row), plane.columnStride, plane.columns, result.minimum,
                         binsPerUnit, sum);
            },
            [](Bins left, const Bins &right) {
                for (std::size_t i = 0; i < left.size(); ++i)
                    left[i] += right[i];
                return left;
            });
        for (std::size_t i = 0; i < bins.size(); ++i)
            result.bins[i] += bins[i];
    }
    return result;
}

} // namespace convscope
