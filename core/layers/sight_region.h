// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/cell_set.h"
#include "layers/sight.h"

#include <vector>

// A layer's sight applied to cells: which cells of the input the given output cells see, and which
// output cells the given input cells reach.

namespace convscope {

/// Cells of a tensor: one set per axis behind the batch; all their combinations are meant. Where
/// nothing is seen every set is empty.
using Region = std::vector<CellSet>;

/// One cell as a region; `cell` has an index per axis behind the batch.
[[nodiscard]] Region regionOf(const Extents &cell);
/// No cells, or no axes.
[[nodiscard]] bool isEmpty(const Region &region);
/// Adds the cells of `other`: set by set, so the smallest region that holds both.
void unite(Region &region, const Region &other);

/// The cells of an input of these extents (with the batch) that the cells `seeing` of the output
/// see. Exact for layers that work along axes; for reshapes exact along each axis.
[[nodiscard]] Region seenRegion(const Sight &sight, const Region &seeing, const Extents &input,
                                const Extents &output);

/// The output cells that see one of the cells `seen` of the input.
[[nodiscard]] Region reachedRegion(const Sight &sight, const Region &seen, const Extents &input,
                                   const Extents &output);

/// What `seeing` would see of an axis if the input went on beyond its ends: how far the window
/// reaches, padding included. Empty where it sees nothing.
[[nodiscard]] std::vector<CellRange> seenReach(const Sight &sight,
                                               const std::vector<CellRange> &seeing,
                                               const Extents &input, const Extents &output);

} // namespace convscope
