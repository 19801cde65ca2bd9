// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/check.h"
#include "tensor/shape.h"

#include <cstdint>

namespace convscope {

/// A shape seen from one axis: value (o, k, i) lies at (o · length + k) · inner + i.
struct AxisSplit
{
    std::int64_t outer = 1;
    std::int64_t length = 1;
    std::int64_t inner = 1;
};

/// Negative axes count from the end.
[[nodiscard]] inline AxisSplit splitAt(const Extents &extents, int axis)
{
    const int rank = static_cast<int>(extents.size());
    const int at = axis < 0 ? axis + rank : axis;
    check(at >= 0 && at < rank, "an axis of the tensor");
    AxisSplit split;
    for (int i = 0; i < rank; ++i) {
        const std::int64_t extent = extents[static_cast<std::size_t>(i)];
        if (i < at)
            split.outer *= extent;
        else if (i == at)
            split.length = extent;
        else
            split.inner *= extent;
    }
    return split;
}

} // namespace convscope
