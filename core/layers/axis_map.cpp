// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/axis_map.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

std::int64_t AxisMap::source(std::int64_t o, std::int64_t k) const
{
    const std::int64_t position = o * step + k * tapStep - offset;
    if (position < 0)
        return -1;
    if (position % divisor != 0 && !floors)
        return -1;
    const std::int64_t cell = position / divisor;
    return cell < input ? cell : -1;
}

std::optional<std::pair<std::int64_t, std::int64_t>> AxisMap::reads(std::int64_t o) const
{
    std::optional<std::pair<std::int64_t, std::int64_t>> range;
    for (std::int64_t k = 0; k < taps; ++k) {
        const std::int64_t cell = source(o, k);
        if (cell < 0)
            continue;
        if (!range)
            range = {cell, cell};
        range->first = std::min(range->first, cell);
        range->second = std::max(range->second, cell);
    }
    return range;
}

std::int64_t AxisMap::padBefore() const
{
    return divisor == 1 && tapStep >= 0 ? std::max<std::int64_t>(offset, 0) : 0;
}

std::int64_t AxisMap::padAfter() const
{
    if (divisor != 1 || tapStep < 0 || output <= 0)
        return 0;
    const std::int64_t last = (output - 1) * step + (taps - 1) * tapStep - offset;
    return std::max<std::int64_t>(last - (input - 1), 0);
}

std::string axisName(int axis, int spatialRank)
{
    check(axis >= 0 && axis < spatialRank && spatialRank <= 3, "a spatial axis");
    if (spatialRank == 1)
        return "steps";
    static const char *const names[] = {"slices", "rows", "columns"};
    return names[axis + 3 - spatialRank];
}

} // namespace convscope
