// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"
#include "views/ribbon_layout.h"

#include <span>
#include <vector>

namespace convscope {

/// Two outputs at the end of a ribbon that go on from one tensor: one branch above the other.
struct RibbonTail
{
    static constexpr int kApart = 28;
    /// Of faces that stand one above the other.
    static constexpr int kHeight = 18;

    int source = -1;
    /// The first face of the upper branch, and of the lower one, which ends the ribbon.
    int upper = -1;
    int lower = -1;
    int last = -1;

    [[nodiscard]] bool isThere() const { return source >= 0; }
    [[nodiscard]] bool isIn(int face) const { return isThere() && face >= upper && face <= last; }
};

/// `boxes`: see RibbonRuns. None where a face of either branch is a picture, which would be too
/// high.
[[nodiscard]] RibbonTail tailOf(std::span<const RibbonExtent> extents, const LaneLayout &lanes,
                                const std::vector<int> &boxes);

/// The lines from the tensor to both branches; `y`: where arrows run.
void addTailLinks(RibbonLayout &layout, const RibbonTail &tail, int y);

} // namespace convscope
