// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/printing/print_layout.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double kGap = 16;
constexpr double kTitle = 26;
constexpr double kFacts = 18;
constexpr double kHeading = 22;
constexpr double kRow = 18;
/// Right of the map: the bar and its numbers.
constexpr double kScale = 84;
constexpr double kTileGap = 8;
constexpr double kTileWords = 15;
constexpr double kLeastTile = 72;
constexpr double kMostTile = 190;
/// Height of a line plot by its width.
constexpr double kPlot = 0.3;
/// Words are still read.
constexpr double kSmallestRibbon = 0.76;
/// Least room for the title of the map.
constexpr double kMapTitle = 300;
/// Of the page's height at most.
constexpr double kRibbonShare = 0.28;
constexpr double kTableShare = 0.35;
/// Rows stand in two columns on a page this wide.
constexpr double kTwoColumns = 840;

/// Breaks a ribbon that is wider than the page; every line after the first repeats one tensor.
void layoutRibbonLines(const PageContents &contents, QSizeF page, double top, PageLayout &layout)
{
    if (contents.ribbon.empty())
        return;
    const QSize line(static_cast<int>(page.width()), PageLayout::kRibbonHeight);
    layout.ribbon = layoutRibbon(contents.ribbon, line);
    if (layout.ribbon.contentWidth > line.width())
        layout.ribbonScale = std::max(kSmallestRibbon, page.width() / layout.ribbon.contentWidth);
    const double width = page.width() / layout.ribbonScale;
    const double height = PageLayout::kRibbonHeight * layout.ribbonScale;
    const auto &columns = layout.ribbon.columns;
    const int margin = columns.front().column.left();
    const int most = std::max(1, static_cast<int>(page.height() * kRibbonShare / height));
    const int count = static_cast<int>(columns.size());
    int first = 0;
    while (static_cast<int>(layout.ribbonLines.size()) < most) {
        const int left = columns[static_cast<std::size_t>(first)].column.left() - margin;
        int end = first + 1;
        while (end < count &&
               columns[static_cast<std::size_t>(end)].column.right() - left < width - 4)
            ++end;
        const double y = top + static_cast<double>(layout.ribbonLines.size()) * height;
        layout.ribbonLines.push_back({first, end - first, QPointF(-left * layout.ribbonScale, y)});
        if (end >= count || end == first + 1)
            break;
        first = end - 1;
    }
}

void layoutTable(const PageContents &contents, QSizeF page, PageLayout &layout)
{
    const int columns = page.width() >= kTwoColumns && contents.layers > 1 ? 2 : 1;
    const int room = std::max(2, static_cast<int>((page.height() * kTableShare - kHeading) / kRow));
    const int wanted = (contents.layers + columns - 1) / columns;
    const bool fits = wanted <= room;
    // The last line is for the words that say how many are left.
    const int lines = fits ? wanted : room - 1;
    const double height = kHeading + kRow * (fits ? lines : room);
    const double top = page.height() - height;
    const double width = (page.width() - kGap * 1.5 * (columns - 1)) / columns;
    for (int i = 0; i < std::min(contents.layers, lines * columns); ++i) {
        const double x = (i / lines) * (width + kGap * 1.5);
        if (i % lines == 0)
            layout.tableHeads.push_back({x, top, width, kHeading});
        layout.rows.push_back({x, top + kHeading + (i % lines) * kRow, width, kRow});
    }
    if (!fits)
        layout.moreRows = QRectF(0, page.height() - kRow, page.width(), kRow);
}

double tileHeight(const PageContents &contents, double width)
{
    const double aspect = contents.isSequence || contents.map.isEmpty()
                              ? kPlot
                              : contents.map.height() / contents.map.width();
    return width * std::clamp(aspect, 0.12, 2.5);
}

/// The fewest columns with which all maps fit, else the most.
void layoutGrid(const PageContents &contents, const QRectF &area, PageLayout &layout)
{
    if (contents.maps < 2 || area.width() < kLeastTile ||
        area.height() < kHeading + kTileWords + tileHeight(contents, kLeastTile))
        return;
    layout.gridTitle = QRectF(area.left(), area.top(), area.width(), kHeading);
    const QRectF room = area.adjusted(0, kHeading, 0, 0);
    const int most =
        std::max(1, static_cast<int>((room.width() + kTileGap) / (kLeastTile + kTileGap)));
    int columns = 1;
    int rows = 0;
    double width = 0;
    double height = 0;
    for (; columns <= most; ++columns) {
        width = std::min(kMostTile, (room.width() + kTileGap) / columns - kTileGap);
        height = tileHeight(contents, width);
        rows = static_cast<int>((room.height() + kTileGap) / (height + kTileWords + kTileGap));
        if (rows * columns >= contents.maps || columns == most)
            break;
    }
    const int shown = std::min(contents.maps, rows * columns);
    for (int i = 0; i < shown; ++i) {
        const QRectF tile(room.left() + (i % columns) * (width + kTileGap),
                          room.top() + (i / columns) * (height + kTileWords + kTileGap), width,
                          height);
        layout.tiles.push_back(tile);
        layout.tileWords.push_back({tile.left(), tile.bottom(), tile.width(), kTileWords});
    }
}

/// The map in the upper left corner of `area`, as large as its shape allows, its scale beside it.
void layoutMap(const PageContents &contents, const QRectF &area, PageLayout &layout)
{
    layout.mapTitle = QRectF(area.left(), area.top(), area.width(), kHeading);
    const QSizeF room(std::max(1.0, area.width() - kScale),
                      std::max(1.0, area.height() - kHeading));
    QSizeF size = room;
    if (contents.isSequence)
        size.setHeight(std::min(room.height(), room.width() * 0.6));
    else if (!contents.map.isEmpty())
        size = contents.map.scaled(room, Qt::KeepAspectRatio);
    layout.map = QRectF(QPointF(area.left(), area.top() + kHeading), size);
    layout.scale = QRectF(layout.map.right(), layout.map.top(), kScale, size.height());
}

} // namespace

PageLayout layoutPage(const PageContents &contents, QSizeF page)
{
    PageLayout layout;
    layout.title = QRectF(0, 0, page.width(), kTitle);
    layout.facts = QRectF(0, kTitle, page.width(), kFacts);
    double top = kTitle + kFacts + kGap / 2;
    layoutRibbonLines(contents, page, top, layout);
    top += static_cast<double>(layout.ribbonLines.size()) * PageLayout::kRibbonHeight *
               layout.ribbonScale +
           kGap;
    layoutTable(contents, page, layout);
    const double bottom =
        (layout.tableHeads.empty() ? page.height() : layout.tableHeads.front().top()) - kGap;
    const QRectF area(0, top, page.width(), std::max(1.0, bottom - top));

    const bool hasGrid = contents.maps > 1;
    if (!hasGrid) {
        layoutMap(contents, area, layout);
    } else if (area.width() > 1.25 * area.height()) {
        layoutMap(contents, QRectF(area.topLeft(), QSizeF(area.width() * 0.55, area.height())),
                  layout);
        const double left = std::max(layout.scale.right(), kMapTitle) + kGap;
        layout.mapTitle.setWidth(left - kGap);
        layoutGrid(contents, area.adjusted(left, 0, 0, 0), layout);
    } else {
        layoutMap(contents, QRectF(area.topLeft(), QSizeF(area.width(), area.height() * 0.55)),
                  layout);
        layoutGrid(contents, area.adjusted(0, layout.map.bottom() + kGap - area.top(), 0, 0),
                   layout);
    }
    return layout;
}

} // namespace convscope
