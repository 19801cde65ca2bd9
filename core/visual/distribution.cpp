// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include "visual/map_statistics.h"
#include "visual/plane_rows.h"
#include "visual/value_sweep.h"

#include <tbb/parallel_reduce.h>

#include <cmath>
#include <limits>
#include <numeric>

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

void join(Sweep &left, const Sweep &right)
{
    left.minimum = std::min(left.minimum, right.minimum);
    left.maximum = std::max(left.maximum, right.maximum);
    left.sum += right.sum;
    left.squares += right.squares;
    left.nonfinite += right.nonfinite;
    left.zeros += right.zeros;
}

Sweep noValues()
{
    Sweep sweep;
    sweep.minimum = std::numeric_limits<float>::infinity();
    sweep.maximum = -sweep.minimum;
    return sweep;
}

/// 256 bins and the values that are not finite.
using Bins = std::array<std::uint32_t, 257>;

/// Calls body(values, count) with contiguous pieces of some rows, copied together where they do not
/// lie so.
template <class Body>
void forPieces(const Plane &plane, std::int64_t firstRow, std::int64_t lastRow, const Body &body)
{
    if (plane.columnStride == 1 && plane.rowStride == plane.columns) {
        body(rowData(plane, firstRow), (lastRow - firstRow) * plane.columns);
        return;
    }
    std::array<float, 4096> piece; // stays in the first cache
    std::size_t filled = 0;
    for (std::int64_t row = firstRow; row < lastRow; ++row) {
        const float *values = rowData(plane, row);
        for (std::int64_t x = 0; x < plane.columns; ++x) {
            piece[filled++] = values[x * plane.columnStride];
            if (filled == piece.size()) {
                body(piece.data(), static_cast<std::int64_t>(filled));
                filled = 0;
            }
        }
    }
    if (filled > 0)
        body(piece.data(), static_cast<std::int64_t>(filled));
}

/// Sums body(values, count, sum) over a plane; blocks are joined in one fixed order, so that the
/// same values give the same bits whatever the number of threads.
template <class Sum, class Body, class Join>
Sum overPlane(const Plane &plane, const Sum &start, const Body &body, const Join &joinSums)
{
    constexpr std::int64_t kCellsPerTask = 1 << 16;
    const std::int64_t grain = std::max<std::int64_t>(1, kCellsPerTask / plane.columns);
    return tbb::parallel_deterministic_reduce(
        tbb::blocked_range<std::int64_t>(0, plane.rows, static_cast<std::size_t>(grain)), start,
        [&](const tbb::blocked_range<std::int64_t> &block, Sum sum) {
            forPieces(plane, block.begin(), block.end(),
                      [&](const float *values, std::int64_t count) { body(values, count, sum); });
            return sum;
        },
        [&](Sum left, const Sum &right) {
            joinSums(left, right);
            return left;
        });
}

/// Counts a plane's values into the bins between minimum and maximum.
void countBins(const Plane &plane, Distribution &result)
{
    if (plane.isEmpty())
        return;
    const double width = double(result.maximum) - double(result.minimum);
    const auto binsPerUnit = static_cast<float>(width > 0 ? 256 / width : 0);
    const Bins bins = overPlane(
        plane, Bins{},
        [&](const float *values, std::int64_t count, Bins &sum) {
            sweepBins(values, count, result.minimum, binsPerUnit, sum.data());
        },
        [](Bins &left, const Bins &right) {
            for (std::size_t i = 0; i < left.size(); ++i)
                left[i] += right[i];
        });
    for (std::size_t i = 0; i < result.bins.size(); ++i)
        result.bins[i] += bins[i];
}

} // namespace

Distribution distribution(std::span<const Plane> planes)
{
    Sweep moments = noValues();
    Distribution result;
    const std::vector<Plane> merged = mergedPlanes(planes);
    for (const Plane &plane : merged) {
        if (plane.isEmpty())
            continue;
        result.count += plane.rows * plane.columns;
        join(moments, overPlane(
                          plane, noValues(),
                          [](const float *values, std::int64_t count, Sweep &sum) {
                              join(sum, sweepMoments(values, count));
                          },
                          join));
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

    for (const Plane &plane : merged)
        countBins(plane, result);
    return result;
}

Distribution distribution(const Tensor &tensor, std::span<const MapStatistics> statistics)
{
    Distribution result;
    double sum = 0;
    double squares = 0;
    bool isFirst = true;
    for (const MapStatistics &map : statistics) {
        const std::int64_t finite = map.count - map.nonfinite;
        result.count += map.count;
        result.nonfinite += map.nonfinite;
        result.zeros += map.zeros;
        if (finite == 0)
            continue;
        sum += map.mean * double(finite);
        squares += map.energy * double(finite);
        result.minimum = isFirst ? map.minimum : std::min(result.minimum, map.minimum);
        result.maximum = isFirst ? map.maximum : std::max(result.maximum, map.maximum);
        isFirst = false;
    }
    const std::int64_t finite = result.count - result.nonfinite;
    if (finite == 0)
        return result;
    result.mean = sum / double(finite);
    result.standardDeviation =
        std::sqrt(std::max(0.0, squares / double(finite) - result.mean * result.mean));
    Plane all;
    all.tensor = tensor;
    // Rows of any length will do: short enough to share them out.
    all.columns = std::gcd(tensor.size(), std::int64_t{1} << 12);
    all.rows = tensor.size() / all.columns;
    all.rowStride = all.columns;
    all.columnStride = 1;
    countBins(all, result);
    return result;
}

} // namespace convscope
