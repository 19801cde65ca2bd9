// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_arcs.h"

#include <algorithm>

namespace convscope {

namespace {

/// Where a face is left by an arc and reached by another, from its middle.
constexpr int kApart = 5;

bool isDrawn(const IsArc &isArc, int source, int reader)
{
    return !isArc || isArc(source, reader);
}

} // namespace

int arcLevels(const LaneLayout &lanes, const IsArc &isArc)
{
    int levels = 0;
    bool isShared = false;
    for (const Lane &lane : lanes.lanes) {
        const bool isAny = std::ranges::any_of(
            lane.readers, [&](int reader) { return isDrawn(isArc, lane.source, reader); });
        if (!isAny)
            continue;
        levels = std::max(levels, lane.depth);
        isShared = isShared || lane.depth == 0;
    }
    return levels + (isShared ? 1 : 0);
}

void addArcs(RibbonLayout &layout, const ArcBands &bands, const LaneLayout &lanes,
             const IsArc &isArc)
{
    const auto column = [&](int face) -> const RibbonColumn & {
        return layout.columns[static_cast<std::size_t>(face)];
    };
    const auto top = [&](int face) {
        const RibbonColumn &at = column(face);
        for (const RibbonBox &box : layout.boxes) {
            if (face >= box.first && face <= box.last)
                return box.rect.top();
        }
        return at.face.top() - at.sheets * layout.sheetStep;
    };
    const auto middle = [&](int face) {
        return column(face).face.center().x() + column(face).sheets * layout.sheetStep / 2;
    };
    for (std::size_t i = 0; i < lanes.lanes.size(); ++i) {
        const Lane &lane = lanes.lanes[i];
        const int level = lane.depth == 0 ? bands.levels : lane.depth;
        const int y = bands.top + bands.pitch * (bands.levels - level);
        const bool isReached = !lanes.rows[static_cast<std::size_t>(lane.source)].enters.empty();
        const QPoint from(middle(lane.source) + (isReached ? kApart : 0), top(lane.source) - 2);
        for (const int reader : lane.readers) {
            if (!isDrawn(isArc, lane.source, reader))
                continue;
            const bool isLeft = lanes.rows[static_cast<std::size_t>(reader)].leaves >= 0;
            layout.arcs.push_back({static_cast<int>(i), reader, from, y,
                                   QPoint(middle(reader) - (isLeft ? kApart : 0), top(reader) - 2),
                                   lane.depth == 0});
        }
    }
}

} // namespace convscope
