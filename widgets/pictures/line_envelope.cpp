// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/line_envelope.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

template <typename Read>
LineEnvelope envelope(std::int64_t length, std::size_t parts, Read read)
{
    LineEnvelope line;
    line.length = length;
    const auto count = std::min<std::int64_t>(length, static_cast<std::int64_t>(parts));
    line.low.reserve(static_cast<std::size_t>(count));
    line.high.reserve(static_cast<std::size_t>(count));
    for (std::int64_t part = 0; part < count; ++part) {
        const std::int64_t end = (part + 1) * length / count;
        float low = std::numeric_limits<float>::quiet_NaN();
        float high = low;
        for (std::int64_t step = part * length / count; step < end; ++step) {
            const float value = read(step);
            if (std::isnan(value))
                continue;
            low = std::isnan(low) ? value : std::min(low, value);
            high = std::isnan(high) ? value : std::max(high, value);
        }
        line.low.push_back(low);
        line.high.push_back(high);
    }
    return line;
}

} // namespace

LineEnvelope LineEnvelope::of(std::span<const float> values, std::size_t parts)
{
    return envelope(static_cast<std::int64_t>(values.size()), parts,
                    [&](std::int64_t step) { return values[static_cast<std::size_t>(step)]; });
}

LineEnvelope LineEnvelope::of(const Plane &plane, std::size_t parts)
{
    return ofRange(plane, 0, plane.columns, parts);
}

LineEnvelope LineEnvelope::ofRange(const Plane &plane, std::int64_t first, std::int64_t last,
                                   std::size_t parts)
{
    if (plane.isEmpty())
        return {};
    first = std::clamp<std::int64_t>(first, 0, plane.columns);
    last = std::clamp<std::int64_t>(last, first, plane.columns);
    LineEnvelope line =
        envelope(last - first, parts, [&](std::int64_t step) { return plane.at(0, first + step); });
    line.first = first;
    return line;
}

std::pair<float, float> LineEnvelope::limits() const
{
    float least = std::numeric_limits<float>::infinity();
    float most = -least;
    for (std::size_t i = 0; i < low.size(); ++i) {
        if (std::isfinite(low[i]))
            least = std::min(least, low[i]);
        if (std::isfinite(high[i]))
            most = std::max(most, high[i]);
    }
    return least <= most ? std::pair(least, most) : std::pair(0.0F, 0.0F);
}

} // namespace convscope
