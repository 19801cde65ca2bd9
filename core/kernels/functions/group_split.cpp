// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/group_split.h"

#include <algorithm>

namespace convscope {

std::optional<GroupSplit> groupSplit(const Extents &extents, std::span<const int> axes)
{
    // The parts in order: kept, reduced, kept, reduced. What follows is kept by name only: where
    // axes stand last that are kept, `before` and `groups` are the last two parts.
    GroupSplit split;
    std::int64_t *const parts[] = {&split.outer, &split.before, &split.groups, &split.after};
    std::size_t part = 0;
    for (std::size_t axis = 0; axis < extents.size(); ++axis) {
        const bool isReduced =
            std::find(axes.begin(), axes.end(), static_cast<int>(axis)) != axes.end();
        if (isReduced != (part % 2 == 1))
            ++part;
        if (part > 3)
            return std::nullopt;
        *parts[part] *= extents[axis];
    }
    return split;
}

} // namespace convscope
