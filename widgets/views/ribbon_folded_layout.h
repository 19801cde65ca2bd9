// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"
#include "views/ribbon_layout.h"

#include <span>
#include <vector>

namespace convscope {

/// What belongs together in the ribbon of a network whose blocks fold.
struct RibbonRuns
{
    /// By face: the unfolded block whose layer it is; −1: none.
    std::vector<int> boxes;
    /// Words over several faces, and shapes that several have; of both the widths of the words.
    std::vector<RibbonRun> captions;
    std::vector<RibbonRun> shapes;
};

/// The ribbon of a network whose blocks fold: a face for each folded block, faces side by side with
/// captions over them and one shape below those that have the same, and a box with small faces for
/// each block that is not folded. Outputs that go on from one tensor at the end stand one below the
/// other, where both are low enough.
[[nodiscard]] RibbonLayout layoutFoldedRibbon(std::span<const RibbonExtent> extents, QSize size,
                                              const LaneLayout &lanes, const RibbonRuns &runs);

} // namespace convscope
