// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/axis_arithmetic.h"
#include "layers/shape_errors.h"
#include "layers/sight.h"
#include "schema/schema.h"
#include "tensor/shape.h"

#include <array>
#include <span>
#include <vector>

// What all layers with spatial arithmetic share. A layer's file (or its family's header) states two
// functions over its parameter struct P; the templates here find them by argument:
//     AxisReport axisReport(const P &, std::size_t axis, std::int64_t input);
//     Failure refuseLength(const P &, const Shape &input, std::size_t axis, const AxisReport &);

namespace convscope {

/// The same number on every axis.
template <std::size_t N>
[[nodiscard]] constexpr Tuple<N> filled(std::int64_t value)
{
    Tuple<N> tuple{};
    tuple.fill(value);
    return tuple;
}

template <std::size_t N>
[[nodiscard]] IntList list(const Tuple<N> &tuple)
{
    return IntList(tuple.begin(), tuple.end());
}

/// channels_last where the layer has no data_format.
template <class P>
[[nodiscard]] DataFormat dataFormat(const P &p)
{
    if constexpr (requires { p.dataFormat; })
        return p.dataFormat;
    else
        return DataFormat::ChannelsLast;
}

/// Spatial extents must be known.
template <class P>
[[nodiscard]] std::vector<AxisReport> axes(const P &p, const Shape &input)
{
    std::vector<AxisReport> reports;
    const int first = spatialAxis(dataFormat(p));
    for (int axis = 0; axis < input.rank() - 2; ++axis)
        reports.push_back(
            axisReport(p, static_cast<std::size_t>(axis), input[first + axis].value()));
    return reports;
}

/// The input's shape with every known spatial extent replaced by the layer's; refused where an
/// extent would be 0 or less.
template <class P>
[[nodiscard]] Result<Shape> spatialShape(const P &p, const Shape &input)
{
    Shape shape = input;
    const int first = spatialAxis(dataFormat(p));
    for (int i = 0; i < input.rank() - 2; ++i) {
        Dim &length = shape[first + i];
        if (!length)
            continue;
        const auto axis = static_cast<std::size_t>(i);
        const AxisReport report = axisReport(p, axis, *length);
        if (report.map.output <= 0)
            return refuseLength(p, input, axis, report);
        length = report.map.output;
    }
    return shape;
}

/// Layers that leave the channels alone.
template <class P>
[[nodiscard]] Result<Shape> inferSpatialShape(const P &p, std::span<const Shape> inputs)
{
    return spatialShape(p, inputs[0]);
}

/// The layer's own maps (its `axes` and `dataFormat` are found by argument), all channels, then its
/// activation.
template <class P>
[[nodiscard]] Sight windowed(const P &p, std::span<const Shape> inputs, const Shape &output,
                             std::size_t)
{
    Sight sums = windowedSight(inputs[0], dataFormat(p), axes(p, inputs[0]));
    if constexpr (requires { p.groups; }) {
        if (p.groups > 1) {
            const int channel = channelAxis(p.dataFormat, inputs[0].rank());
            AxisSight &channels = sums.axes[static_cast<std::size_t>(channel) - 1];
            channels.from = channel;
            channels.blockOutputs = p.filters / p.groups;
            channels.blockInputs = inputs[0][channel].value() / p.groups;
        }
    }
    if constexpr (requires { p.activation; })
        return throughActivation(std::move(sums), p.activation, output);
    else
        return sums;
}

/// Likewise, each output channel reading one of the input.
template <class P>
[[nodiscard]] Sight channelWindows(const P &p, std::span<const Shape> inputs, const Shape &output,
                                   std::size_t)
{
    std::int64_t multiplier = 1;
    if constexpr (requires { p.depthMultiplier; })
        multiplier = p.depthMultiplier;
    Sight sums = channelSight(inputs[0], dataFormat(p), axes(p, inputs[0]), multiplier);
    if constexpr (requires { p.activation; })
        return throughActivation(std::move(sums), p.activation, output);
    else
        return sums;
}

} // namespace convscope
