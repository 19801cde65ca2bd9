// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/receptive_field.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// The span of input cells that output cell 0 … of one axis map touches, composed with `before`.
FieldAxis through(const FieldAxis &before, const AxisMap &map)
{
    // Output o touches (o·step + [low, high]) / divisor; the fraction matters only for the start.
    const double reach = static_cast<double>((map.taps - 1) * map.tapStep);
    const double low = std::min(0.0, reach) - static_cast<double>(map.offset);
    const auto divisor = static_cast<double>(map.divisor);
    const auto window = (map.taps - 1) * std::abs(map.tapStep) / map.divisor;
    FieldAxis field;
    field.jump = before.jump * static_cast<double>(map.step) / divisor;
    field.size = before.size +
                 static_cast<std::int64_t>(std::llround(static_cast<double>(window) * before.jump));
    field.start = before.start + std::ceil(low / divisor) * before.jump;
    return field;
}

} // namespace

ReceptiveField receptiveField(std::span<const ReceptiveField> inputs,
                              std::span<const AxisReport> axes)
{
    ReceptiveField field = inputs.front();
    for (const ReceptiveField &other : inputs.subspan(1)) {
        if (other.everything || other.axes.size() != field.axes.size()) {
            field.everything = true;
            continue;
        }
        for (std::size_t i = 0; i < field.axes.size(); ++i) {
            FieldAxis &a = field.axes[i];
            const FieldAxis &b = other.axes[i];
            const double end = std::max(a.start + static_cast<double>(a.size),
                                        b.start + static_cast<double>(b.size));
            a.start = std::min(a.start, b.start);
            a.size = static_cast<std::int64_t>(std::llround(end - a.start));
            a.jump = std::max(a.jump, b.jump);
        }
    }
    if (field.everything || axes.empty())
        return field;
    if (axes.size() != field.axes.size()) {
        field.everything = true;
        return field;
    }
    for (std::size_t i = 0; i < axes.size(); ++i)
        field.axes[i] = through(field.axes[i], axes[i].map);
    return field;
}

} // namespace convscope
