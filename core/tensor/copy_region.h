// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/shape.h"

namespace convscope {

/// A box of cells in an array in C order: its first cell and its extents, one number per axis.
struct Region
{
    Extents first;
    Extents extents;

    [[nodiscard]] bool isEmpty() const;
};

/// What two boxes of the same rank have in common.
[[nodiscard]] Region common(const Region &a, const Region &b);

/// Copies the cells of `region` from one array to another. `from` and `to` say which cells of a
/// common space the arrays hold; the region lies within both. Costs the region.
void copyRegion(const float *source, const Region &from, float *target, const Region &to,
                const Region &region);

} // namespace convscope
