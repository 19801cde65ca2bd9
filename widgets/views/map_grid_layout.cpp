// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/map_grid_layout.h"

#include <algorithm>
#include <cstdint>

namespace convscope {

namespace {

/// Scroll bars count in int: tiles of more than that many lines are out of reach.
int withinReach(std::int64_t lines)
{
    constexpr std::int64_t kMostLines = 2'000'000'000;
    return static_cast<int>(std::min(lines, kMostLines));
}

} // namespace

MapGridLayout MapGridLayout::ofPictures(int count, QSize cells, int tileWidth, int width)
{
    MapGridLayout layout;
    layout.count = count;
    const int room = std::max(1, width - 2 * layout.marginLeft);
    const int wanted = std::min(std::clamp(tileWidth, kLeastTile, kMostTile), room);
    // Tiles give way by a pixel or two rather than a column.
    constexpr int kSlack = 4;
    layout.columns = std::max(1, (room + kSlack + layout.gapX) / (wanted + layout.gapX));
    const int tile = std::min(wanted, (room - (layout.columns - 1) * layout.gapX) / layout.columns);
    const double aspect =
        cells.isEmpty() ? 2.0 / 3 : static_cast<double>(cells.height()) / cells.width();
    layout.tile = {tile, std::max(1, qRound(tile * std::clamp(aspect, 1.0 / 8, 8.0 / 5)))};
    return layout;
}

MapGridLayout MapGridLayout::ofLines(int count, int width)
{
    MapGridLayout layout;
    layout.count = count;
    layout.gapY = 8;
    layout.tile = {std::max(1, width - 2 * layout.marginLeft), kLineHeight};
    return layout;
}

int MapGridLayout::rows() const
{
    if (sections.empty())
        return (count + columns - 1) / columns;
    int all = 0;
    for (const Section &section : sections)
        all += (section.count + columns - 1) / columns;
    return all;
}

int MapGridLayout::contentHeight() const
{
    const std::int64_t pitch = tile.height() + gapY;
    const auto headings = static_cast<std::int64_t>(sections.size()) * headingHeight;
    return count == 0 ? 0 : withinReach(2 * marginTop + headings + rows() * pitch - gapY + 7);
}

int MapGridLayout::sectionAt(int position) const
{
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (position < sections[i].first + sections[i].count)
            return static_cast<int>(i);
    }
    return -1;
}

QRect MapGridLayout::headingRect(int section) const
{
    const std::int64_t pitch = tile.height() + gapY;
    std::int64_t top = marginTop;
    for (int i = 0; i < section; ++i) {
        const int number = sections[static_cast<std::size_t>(i)].count;
        top += headingHeight + (number + columns - 1) / columns * pitch;
    }
    return {marginLeft, withinReach(top), columns * (tile.width() + gapX) - gapX, headingHeight};
}

QRect MapGridLayout::tileRect(int position) const
{
    const std::int64_t pitch = tile.height() + gapY;
    int within = position;
    std::int64_t top = marginTop;
    if (const int section = sectionAt(position); section >= 0) {
        within -= sections[static_cast<std::size_t>(section)].first;
        top = headingRect(section).bottom() + 1;
    }
    return {QPoint(marginLeft + within % columns * (tile.width() + gapX),
                   withinReach(top + within / columns * pitch)),
            tile};
}

int MapGridLayout::positionAt(QPoint point) const
{
    const int x = point.x() - marginLeft;
    int y = point.y() - marginTop;
    int first = 0;
    int number = count;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const int top = headingRect(static_cast<int>(i)).bottom() + 1;
        if (point.y() < top && i == 0)
            return -1;
        if (point.y() >= top) {
            y = point.y() - top;
            first = sections[i].first;
            number = sections[i].count;
        }
    }
    if (x < 0 || y < 0)
        return -1;
    const int column = x / (tile.width() + gapX);
    const int row = y / (tile.height() + gapY);
    if (column >= columns || x % (tile.width() + gapX) >= tile.width() ||
        y % (tile.height() + gapY) >= tile.height())
        return -1;
    const int position = row * columns + column;
    return position < number ? first + position : -1;
}

std::pair<int, int> MapGridLayout::visible(int top, int height) const
{
    if (count == 0 || height <= 0)
        return {0, 0};
    const int pitch = tile.height() + gapY;
    if (sections.empty()) {
        const int first = std::clamp((top - marginTop) / pitch, 0, rows() - 1) * columns;
        const int lastRow = std::clamp((top + height - 1 - marginTop) / pitch, 0, rows() - 1);
        return {first, std::min(count, (lastRow + 1) * columns) - first};
    }
    int first = -1;
    int end = 0;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Section &section = sections[i];
        const int from = headingRect(static_cast<int>(i)).bottom() + 1;
        const int sectionRows = (section.count + columns - 1) / columns;
        if (from + sectionRows * pitch <= top || from >= top + height)
            continue;
        const int firstRow = std::clamp((top - from) / pitch, 0, sectionRows - 1);
        const int lastRow = std::clamp((top + height - 1 - from) / pitch, 0, sectionRows - 1);
        if (first < 0)
            first = section.first + firstRow * columns;
        end = section.first + std::min(section.count, (lastRow + 1) * columns);
    }
    return first < 0 ? std::pair(0, 0) : std::pair(first, end - first);
}

} // namespace convscope
