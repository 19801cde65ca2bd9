// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/sight.h"

#include "layers/activations.h"

#include <numeric>

namespace convscope {

AxisSight sameIndex(int axis, std::int64_t length)
{
    AxisSight sight;
    sight.from = axis;
    sight.map.input = length;
    sight.map.output = length;
    return sight;
}

Sight samePlaceOf(const Shape &input, const Shape &output)
{
    Sight sight;
    const int missing = output.rank() - input.rank();
    for (int axis = 1; axis < input.rank(); ++axis) {
        const std::int64_t length = input[axis].value();
        AxisSight same = sameIndex(axis + missing, length);
        if (length == 1 && output[axis + missing].value() != 1)
            same.from = -1;
        sight.axes.push_back(same);
    }
    return sight;
}

Sight alongAxes(const Shape &input, std::span<const int> axes)
{
    Sight sight = samePlaceOf(input, input);
    for (const int axis : axes)
        sight.axes[static_cast<std::size_t>(axis) - 1].line = true;
    return sight;
}

Sight windowedSight(const Shape &input, DataFormat format, std::span<const AxisReport> axes)
{
    Sight sight = channelSight(input, format, axes);
    sight.axes[static_cast<std::size_t>(channelAxis(format, input.rank())) - 1].from = -1;
    return sight;
}

Sight channelSight(const Shape &input, DataFormat format, std::span<const AxisReport> axes,
                   std::int64_t multiplier)
{
    const int channel = channelAxis(format, input.rank());
    Sight sight;
    for (int axis = 1; axis < input.rank(); ++axis) {
        AxisSight one = sameIndex(axis, input[axis].value());
        if (axis == channel) {
            one.map.output = one.map.input * multiplier;
            one.map.divisor = multiplier;
            one.map.floors = true;
        } else {
            one.map = axes[static_cast<std::size_t>(axis - spatialAxis(format))].map;
        }
        sight.axes.push_back(one);
    }
    return sight;
}

Sight permuted(const Shape &input, std::span<const std::int64_t> dims)
{
    Sight sight;
    sight.axes.resize(dims.size());
    for (std::size_t i = 0; i < dims.size(); ++i) {
        const auto axis = static_cast<int>(dims[i]);
        sight.axes[static_cast<std::size_t>(axis) - 1] =
            sameIndex(static_cast<int>(i) + 1, input[axis].value());
    }
    return sight;
}

Sight reshaped(const Shape &input)
{
    Sight sight;
    // Of a rank that is not known yet there are no axes.
    sight.order.resize(static_cast<std::size_t>(std::max(input.rank() - 1, 0)));
    std::iota(sight.order.begin(), sight.order.end(), 1);
    return sight;
}

Sight everythingOf(const Shape &input)
{
    Sight sight;
    for (int axis = 1; axis < input.rank(); ++axis) {
        sight.axes.emplace_back();
        sight.axes.back().map.input = input[axis].value();
    }
    return sight;
}

Sight throughActivation(Sight sums, const ObjectValue &activation, const Shape &output)
{
    if (elementwiseOf(activation))
        return sums;
    const auto axisOf = axisOfSoftmax(activation).value_or(-1);
    const int last = static_cast<int>(axisOf < 0 ? axisOf + output.rank() : axisOf);
    for (AxisSight &axis : sums.axes) {
        if (axis.from != last)
            continue;
        if (activation.className == "glu")
            axis.twin = output[last].value();
        else
            axis.line = true;
    }
    return sums;
}

} // namespace convscope
