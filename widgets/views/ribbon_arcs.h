// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"
#include "views/ribbon_layout.h"

#include <functional>

namespace convscope {

/// Where arcs run: from `top` on, the outermost first.
struct ArcBands
{
    int top = 0;
    int pitch = 0;
    int levels = 0;
};

/// Whether what a face (the first) makes is drawn to another one as an arc; null: always.
using IsArc = std::function<bool(int source, int reader)>;

/// How many arcs run one above the other.
[[nodiscard]] int arcLevels(const LaneLayout &lanes, const IsArc &isArc);

/// Adds the arcs of the lanes, whose rows are the columns, to where the columns are.
void addArcs(RibbonLayout &layout, const ArcBands &bands, const LaneLayout &lanes,
             const IsArc &isArc);

} // namespace convscope
