// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace convscope {

/// The cells of one axis that an output cell covers: whole cells first…last with the shares of the
/// two ends.
struct Cover
{
    std::int64_t first = 0;
    std::int64_t last = 0;
    float firstShare = 1;
    float lastShare = 1;

    /// Share of cell `i` of first…last.
    [[nodiscard]] float share(std::int64_t i) const
    {
        return i == first ? firstShare : i == last ? lastShare : 1.0F;
    }
};

/// One per output cell. Scaling up repeats cells: every output cell covers one whole cell.
[[nodiscard]] inline std::vector<Cover> covers(std::int64_t in, std::int64_t out)
{
    std::vector<Cover> result(static_cast<std::size_t>(out));
    for (std::int64_t o = 0; o < out; ++o) {
        Cover &cover = result[static_cast<std::size_t>(o)];
        if (out >= in) {
            cover.first = cover.last = o * in / out;
            continue;
        }
        // In units of 1/out of a cell the output covers [o·in, (o+1)·in): all whole numbers.
        const std::int64_t begin = o * in;
        const std::int64_t end = begin + in;
        cover.first = begin / out;
        cover.last = (end - 1) / out;
        cover.firstShare = float((cover.first + 1) * out - begin) / float(out);
        cover.lastShare = float(end - cover.last * out) / float(out);
    }
    return result;
}

/// Input cells per output cell along one axis, 1 where it is scaled up.
[[nodiscard]] inline float coveredLength(std::int64_t in, std::int64_t out)
{
    return out >= in ? 1.0F : float(in) / float(out);
}

} // namespace convscope
