// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"
#include "views/ribbon_layout.h"

#include <span>

namespace convscope {

/// The ribbon of a graph, whose rows are the faces: what reads the face before it has an arrow, all
/// else an arc above the faces, the longest on top. Words stand on the arrows where all of it fits
/// into the width; else it is dense: icons over short arrows, smaller faces, and sides on a
/// logarithmic scale where the largest would make stubs of the smallest.
[[nodiscard]] RibbonLayout layoutGraphRibbon(std::span<const RibbonExtent> extents, QSize size,
                                             const LaneLayout &lanes);

} // namespace convscope
