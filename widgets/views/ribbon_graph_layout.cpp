// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_graph_layout.h"

#include "views/ribbon_arcs.h"
#include "views/ribbon_columns.h"
#include "views/ribbon_scale.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int kGraphMargin = 16;
constexpr int kSide = 38;
constexpr int kLeastSide = 12;
constexpr int kSheetStep = 2;
/// An arrow with an icon over it, and the gaps at its ends.
constexpr int kShortArrow = 18;
constexpr int kShortGap = 4;
/// With words over it.
constexpr int kLongArrow = 48;
constexpr int kLongGap = 8;
constexpr int kGraphMostArrow = 120;

struct Bands
{
    int pitch;
    int levels;
    int arcs; ///< where the faces' room begins
    int middle;
    int side;
    int shapeTop;
};

Bands bandsFor(QSize size, const LaneLayout &lanes)
{
    const bool isLow = size.height() < 100;
    Bands bands{};
    bands.pitch = isLow ? 5 : 8;
    bands.levels = arcLevels(lanes, {});
    bands.arcs = 4 + bands.pitch * bands.levels;
    bands.shapeTop = size.height() - (isLow ? 23 : 26);
    const int room = bands.shapeTop - bands.arcs - 4;
    bands.side = std::clamp(room - RibbonLayout::kMostSheets * kSheetStep, kLeastSide, kSide);
    bands.middle = bands.arcs + room / 2;
    return bands;
}

} // namespace

RibbonLayout layoutGraphRibbon(std::span<const RibbonExtent> extents, QSize size,
                               const LaneLayout &lanes)
{
    RibbonLayout layout;
    layout.sheetStep = kSheetStep;
    if (extents.empty() || lanes.rows.size() != extents.size())
        return layout;
    const Bands bands = bandsFor(size, lanes);
    const RibbonScale faces(extents, bands.side);
    layout.isLogarithmic = faces.isLogarithmic();
    int fixed = 2 * kGraphMargin;
    int words = 0;
    for (std::size_t i = 0; i < extents.size(); ++i) {
        const RibbonExtent &extent = extents[i];
        RibbonColumn column;
        const QSize face = faces.size(extent, &column.isDotted);
        column.sheets = extent.dimensions == 0 ? 0 : ribbonSheets(extent.slices * extent.channels);
        const int behind = column.sheets * kSheetStep;
        const int width = std::max(face.width() + behind, extent.shapeWidth);
        column.column = QRect(0, 0, width, size.height());
        column.face = QRect(QPoint((width - face.width() - behind) / 2,
                                   bands.middle - (face.height() + behind) / 2 + behind),
                            face);
        layout.columns.push_back(column);
        fixed += width;
        if (i > 0)
            words += std::max(kLongArrow, extent.arrowWidth + 12) + 2 * kLongGap;
    }
    const auto arrows = static_cast<int>(extents.size()) - 1;
    const int room = size.width() - fixed;
    layout.showsArrowText = size.height() >= 100 && words <= room;
    layout.isDense = !layout.showsArrowText;
    const int gap = layout.isDense ? kShortGap : kLongGap;
    const int share = arrows == 0 ? 0
                      : layout.isDense
                          ? std::clamp(room / arrows - 2 * gap, kShortArrow, kGraphMostArrow)
                          : std::min(kGraphMostArrow, (room - words) / arrows);
    std::vector<int> lengths;
    for (const RibbonExtent &extent : extents) {
        const int worded = std::max(kLongArrow, extent.arrowWidth + 12);
        lengths.push_back(layout.isDense ? share : worded + std::max(share, 0));
    }
    placeColumns(layout, {kGraphMargin, gap, bands.middle + 3, bands.shapeTop, size.height()},
                 lengths);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        if (!lanes.rows[i].readsAbove)
            layout.columns[i].arrow = {};
    }
    addArcs(layout, {4, bands.pitch, bands.levels}, lanes, {});
    return layout;
}

} // namespace convscope
