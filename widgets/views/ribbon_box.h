// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"
#include "views/ribbon_layout.h"
#include "views/ribbon_tracks.h"

namespace convscope {

/// Where the boxes of a ribbon may be.
struct BoxBand
{
    int middle = 0;
    int height = 0;
};

[[nodiscard]] int boxWidth(const BlockTracks &tracks);

/// Whether the line between two faces is drawn inside of a box: both are in it, or one stands
/// directly beside it. `boxes`: see RibbonRuns.
[[nodiscard]] bool isBoxLink(const std::vector<int> &boxes, int source, int reader);

/// Whether one of the rows reads the one before the first.
[[nodiscard]] bool readsBefore(const LaneLayout &lanes, int first, int last);

/// Adds the box (whose left edge and width are known) with its faces and the lines between them.
void placeBox(RibbonLayout &layout, const LaneLayout &lanes, const BlockTracks &tracks,
              RibbonBox box, const BoxBand &band);

} // namespace convscope
