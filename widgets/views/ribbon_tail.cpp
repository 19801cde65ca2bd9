// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_tail.h"

#include <algorithm>

namespace convscope {

namespace {

bool isLow(const RibbonExtent &extent)
{
    return extent.dimensions < 2;
}

} // namespace

RibbonTail tailOf(std::span<const RibbonExtent> extents, const LaneLayout &lanes,
                  const std::vector<int> &boxes)
{
    const auto last = static_cast<int>(extents.size()) - 1;
    const auto row = [&](int face) -> const LaneRow & {
        return lanes.rows[static_cast<std::size_t>(face)];
    };
    const auto fits = [&](int face) {
        return row(face).readCount == 1 && row(face).leaves < 0 &&
               boxes[static_cast<std::size_t>(face)] < 0 &&
               isLow(extents[static_cast<std::size_t>(face)]);
    };
    int lower = last;
    while (lower > 0 && fits(lower) && row(lower).readsAbove)
        --lower;
    if (lower <= 1 || !fits(lower) || row(lower).readsAbove || row(lower).enters.size() != 1)
        return {};
    const Lane &lane = lanes.lanes[static_cast<std::size_t>(row(lower).enters.front())];
    const int upper = lane.source + 1;
    if (upper >= lower || lane.readers.size() != 1 || row(lower - 1).isReadBelow)
        return {};
    for (int face = upper; face < lower; ++face) {
        if (!fits(face) || !row(face).readsAbove)
            return {};
    }
    return {lane.source, upper, lower, last};
}

void addTailLinks(RibbonLayout &layout, const RibbonTail &tail, int y)
{
    const auto column = [&](int face) -> const RibbonColumn & {
        return layout.columns[static_cast<std::size_t>(face)];
    };
    const RibbonColumn &source = column(tail.source);
    const int from = source.face.right() + source.sheets * layout.sheetStep + 4;
    for (const int face : {tail.upper, tail.lower}) {
        const QRect &to = column(face).face;
        layout.links.push_back({tail.source,
                                face,
                                {{from, y},
                                 {from + 5, y},
                                 {from + 5, to.center().y()},
                                 {to.left() - 4, to.center().y()}},
                                true});
    }
}

} // namespace convscope
