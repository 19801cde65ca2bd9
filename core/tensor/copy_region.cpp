// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/copy_region.h"

#include <algorithm>
#include <cstdint>

namespace convscope {

namespace {

/// Position of a cell in an array that begins elsewhere.
std::int64_t position(const Region &array, const Extents &cell)
{
    std::int64_t place = 0;
    for (std::size_t axis = 0; axis < cell.size(); ++axis)
        place = place * array.extents[axis] + cell[axis] - array.first[axis];
    return place;
}

} // namespace

bool Region::isEmpty() const
{
    return std::any_of(extents.begin(), extents.end(), [](std::int64_t e) { return e <= 0; });
}

Region common(const Region &a, const Region &b)
{
    Region both = a;
    for (std::size_t axis = 0; axis < a.first.size(); ++axis) {
        const std::int64_t end =
            std::min(a.first[axis] + a.extents[axis], b.first[axis] + b.extents[axis]);
        both.first[axis] = std::max(a.first[axis], b.first[axis]);
        both.extents[axis] = std::max<std::int64_t>(0, end - both.first[axis]);
    }
    return both;
}

void copyRegion(const float *source, const Region &from, float *target, const Region &to,
                const Region &region)
{
    const std::size_t rank = region.extents.size();
    if (rank == 0) {
        *target = *source;
        return;
    }
    if (region.isEmpty())
        return;
    const std::int64_t length = region.extents.back();
    Extents cell = region.first;
    for (;;) {
        std::copy_n(source + position(from, cell), length, target + position(to, cell));
        std::size_t axis = rank - 1;
        while (axis > 0 && ++cell[axis - 1] == region.first[axis - 1] + region.extents[axis - 1]) {
            cell[axis - 1] = region.first[axis - 1];
            --axis;
        }
        if (axis == 0)
            return;
    }
}

} // namespace convscope
