// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/plane.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace convscope {

/// Calls body(firstRow, lastRow) for blocks of rows, in parallel where the picture is large: below
/// some ten thousand cells waking a second thread costs more than it saves.
template <class Body>
void forRowBlocks(std::int64_t rows, std::int64_t columns, const Body &body)
{
    constexpr std::int64_t kCellsPerTask = 1 << 15;
    const std::int64_t grain =
        std::max<std::int64_t>(1, kCellsPerTask / std::max<std::int64_t>(1, columns));
    if (rows <= grain) {
        body(std::int64_t{0}, rows);
        return;
    }
    tbb::parallel_for(
        tbb::blocked_range<std::int64_t>(0, rows, static_cast<std::size_t>(grain)),
        [&](const tbb::blocked_range<std::int64_t> &block) { body(block.begin(), block.end()); });
}

/// First value of a row.
[[nodiscard]] inline const float *rowData(const Plane &plane, std::int64_t row)
{
    return plane.tensor.data() + plane.offset + row * plane.rowStride;
}

} // namespace convscope
