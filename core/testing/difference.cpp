// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/difference.h"

#include "model/output_format.h"
#include "testing/layer_probe.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Distance to the next float away from zero.
double unitInLastPlace(float value)
{
    const float magnitude = std::abs(value);
    return static_cast<double>(std::nextafter(magnitude, INFINITY)) -
           static_cast<double>(magnitude);
}

void findWorstMap(TensorDifference &found)
{
    const Extents &worst = found.worst;
    const std::size_t rank = worst.size();
    if (rank == 0)
        return;
    const bool isLast = found.format == DataFormat::ChannelsLast || rank < 3;
    found.batch = rank > 1 ? worst.front() : 0;
    found.channel = rank < 3 ? 0 : isLast ? worst.back() : worst[1];
    if (rank < 3) {
        // Features are one row.
        found.column = worst.back();
        return;
    }
    const std::size_t first = isLast ? 1 : 2;
    const std::size_t end = isLast ? rank - 1 : rank;
    found.column = worst[end - 1];
    found.row = end - first >= 2 ? worst[end - 2] : 0;
    found.position = end - first >= 3 ? worst[end - 3] : 0;
}

} // namespace

double largestMagnitude(std::span<const float> values)
{
    double largest = 0;
    for (const float value : values) {
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(static_cast<double>(value)));
    }
    return largest;
}

DataFormat formatOf(const ComparedTensor &compared, const CaseStages &stages)
{
    if (compared.layer < 0 || compared.layer >= stages.model.size())
        return DataFormat::ChannelsLast;
    return outputFormats(stages.model, inputFormats(stages.model))
        .at(static_cast<std::size_t>(compared.layer));
}

TensorDifference differenceOf(const ComparedTensor &compared, DataFormat format)
{
    TensorDifference found;
    found.format = format;
    const Extents &extents = compared.expected.extents();
    if (compared.computed.extents() != extents || compared.expected.size() == 0)
        return found;
    found.isComparable = true;
    found.worst = compared.comparison.worstIndex;
    found.largest = compared.comparison.maxError;
    found.mean = compared.comparison.meanError;
    found.count = compared.expected.size();
    findWorstMap(found);

    const auto computed = compared.computed.values();
    const auto expected = compared.expected.values();
    const double scale = largestMagnitude(expected);
    found.relative = scale > 0 ? found.largest / scale : 0;
    const std::size_t rank = extents.size();
    const auto axis =
        static_cast<std::size_t>(rank < 3 ? 0 : channelAxis(format, static_cast<int>(rank)));
    const auto maps = static_cast<std::size_t>(rank < 3 ? 1 : extents[axis]);
    std::size_t inner = 1;
    for (std::size_t i = axis + 1; i < rank; ++i)
        inner *= static_cast<std::size_t>(extents[i]);
    if (rank < 3)
        inner = static_cast<std::size_t>(found.count);
    found.perMap.assign(maps, 0);
    const Tolerance &tolerance = compared.tolerance;
    constexpr double kNearZero = 0.05;
    std::size_t at = 0;
    auto difference = makeTensor(extents, "the difference", [&](const Extents &) {
        const std::size_t i = at++;
        const auto e = static_cast<double>(expected[i]);
        const double d = static_cast<double>(computed[i]) - e;
        const bool isSame =
            computed[i] == expected[i] || (std::isnan(computed[i]) && std::isnan(expected[i]));
        const double size = isSame ? 0 : std::isfinite(d) ? std::abs(d) : HUGE_VAL;
        const double own = tolerance.elementwise && std::isfinite(e) ? std::abs(e) : scale;
        found.outside += size > tolerance.absolute + tolerance.relative * own ? 1 : 0;
        double &largest = found.perMap[i / inner % maps];
        largest = std::max(largest, size);
        // Near zero the units of a value mean nothing: there those of 5 % of the largest count.
        const double unit =
            unitInLastPlace(static_cast<float>(std::max(std::abs(e), kNearZero * scale)));
        found.ulp =
            std::max(found.ulp.value_or(0), size == 0 || std::isinf(size) ? size : size / unit);
        return isSame ? 0.0F : static_cast<float>(d);
    });
    if (difference)
        found.difference = std::move(*difference);
    return found;
}

} // namespace convscope
