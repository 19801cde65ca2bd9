// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"

#include <vector>

namespace convscope {

/// Where a layer stands inside a block that is not folded.
struct TrackCell
{
    int column = 0;
    int track = 0;

    bool operator==(const TrackCell &) const = default;
};

struct BlockTracks
{
    /// By row, from the first on.
    std::vector<TrackCell> cells;
    int columns = 0;
    int tracks = 0;
};

/// The most tracks that are drawn one below the other.
inline constexpr int kMostTracks = 4;

/// The rows `first` to `last` on tracks: what reads the row above follows it, branches run below
/// each other with the longest on top, and what joins them stands behind all of them.
[[nodiscard]] BlockTracks layoutTracks(const LaneLayout &lanes, int first, int last);

} // namespace convscope
