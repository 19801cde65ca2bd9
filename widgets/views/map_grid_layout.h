// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>
#include <QSize>

#include <utility>
#include <vector>

namespace convscope {

/// Where the tiles of a grid are, by arithmetic alone: 100 000 tiles cost as much as one. Logical
/// pixels, before scrolling; positions count in the order shown, not by index.
struct MapGridLayout
{
    int count = 0;
    int columns = 1;
    QSize tile{114, 76};
    int marginLeft = 10;
    int marginTop = 3;
    int gapX = 6;
    int gapY = 7;
    /// Positions that stand together under a heading, one section after the other; none: there are
    /// no headings.
    struct Section
    {
        int first = 0;
        int count = 0;

        bool operator==(const Section &) const = default;
    };
    std::vector<Section> sections;
    int headingHeight = 24;

    static constexpr int kLeastTile = 72;
    static constexpr int kMostTile = 160;
    static constexpr int kLineHeight = 72;

    /// Tiles of pictures of `cells` (width × height in cells): `tileWidth` wide, aspect kept within
    /// 1:8 … 8:5; as many columns as `width` holds.
    [[nodiscard]] static MapGridLayout ofPictures(int count, QSize cells, int tileWidth, int width);
    /// One line plot per row, as wide as the grid.
    [[nodiscard]] static MapGridLayout ofLines(int count, int width);

    [[nodiscard]] int rows() const;
    /// Of a section, as wide as the tiles.
    [[nodiscard]] QRect headingRect(int section) const;
    [[nodiscard]] int sectionAt(int position) const;
    /// At most 2 000 000 000, what a scroll bar can count.
    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] QRect tileRect(int position) const;
    /// The tile at a point, or −1 in a gap.
    [[nodiscard]] int positionAt(QPoint point) const;
    /// First position and number of tiles that touch the lines [top, top + height).
    [[nodiscard]] std::pair<int, int> visible(int top, int height) const;
};

} // namespace convscope
