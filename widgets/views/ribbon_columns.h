// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/ribbon_layout.h"

#include <span>

namespace convscope {

// What the ribbons of a chain and of a graph have in common: how a column's parts stand.

/// Words and icon over and below an arrow of this length, from `left` on at the height `y`.
void placeWords(RibbonColumn &column, int left, int y, int length);
/// The tensor, whose sizes are there already, and what is said of it, from `left` on in a ribbon of
/// this height. Returns where the next part begins.
int placeTensor(RibbonColumn &column, int left, int shapeTop, int height);

/// Where the parts of a line of columns are.
struct RibbonLine
{
    int margin = 0;
    /// Between a tensor and an arrow.
    int gap = 0;
    int arrowTop = 0;
    int shapeTop = 0;
    int height = 0;
};

/// All columns, whose sizes are there already, one behind the other; before each but the first an
/// arrow of its length. Sets the width of the content.
void placeColumns(RibbonLayout &layout, const RibbonLine &line, std::span<const int> arrowLengths);

} // namespace convscope
