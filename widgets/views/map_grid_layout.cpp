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

int MapGridLayout::contentHeight() const
{
    const std::int64_t pitch = tile.height() + gapY;
    return count == 0 ? 0 : withinReach(2 * marginTop + rows() * pitch - gapY + 7);
}

QRect MapGridLayout::tileRect(int position) const
{
    const std::int64_t pitch = tile.height() + gapY;
    return {QPoint(marginLeft + position % columns * (tile.width() + gapX),
                   withinReach(marginTop + position / columns * pitch)),
            tile};
}

int MapGridLayout::positionAt(QPoint point) const
{
    const int x = point.x() - marginLeft;
    const int y = point.y() - marginTop;
    if (x < 0 || y < 0)
        return -1;
    const int column = x / (tile.width() + gapX);
    const int row = y / (tile.height() + gapY);
    if (column >= columns || x % (tile.width() + gapX) >= tile.width() ||
        y % (tile.height() + gapY) >= tile.height())
        return -1;
    const int position = row * columns + column;
    return position < count ? position : -1;
}

std::pair<int, int> MapGridLayout::visible(int top, int height) const
{
    if (count == 0 || height <= 0)
        return {0, 0};
    const int pitch = tile.height() + gapY;
    const int first = std::clamp((top - marginTop) / pitch, 0, rows() - 1) * columns;
    const int lastRow = std::clamp((top + height - 1 - marginTop) / pitch, 0, rows() - 1);
    return {first, std::min(count, (lastRow + 1) * columns) - first};
}

} // namespace convscope
