// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_layout.h"

#include "views/ribbon_columns.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int kChainMargin = 24;
constexpr int kArrowGap = 8;
constexpr int kLeastArrow = 48;
constexpr int kMostArrow = 220;
constexpr int kSignalHeight = 30;
constexpr QSize kNoTensor{44, 30};

/// Largest face and where things are, by the ribbon's height.
struct Measures
{
    int side;
    int middle;
    int shapeTop;
    bool showsArrowText;
};

Measures measures(int height)
{
    if (height < 100)
        return {34, 26, height - 23, false};
    if (height < 124)
        return {58, 41, height - 26, true};
    return {78, (height - 26) / 2, height - 26, true};
}

} // namespace

int ribbonSheets(std::int64_t count)
{
    int sheets = 0;
    while (sheets < RibbonLayout::kMostSheets && (std::int64_t{1} << sheets) < count)
        ++sheets;
    return sheets;
}

RibbonLayout layoutRibbon(std::span<const RibbonExtent> extents, QSize size)
{
    const Measures m = measures(size.height());
    RibbonLayout layout;
    layout.showsArrowText = m.showsArrowText;
    if (extents.empty())
        return layout;

    /// 0: signals alone, which have a height of their own.
    std::int64_t mostRows = 0;
    std::int64_t mostColumns = 1;
    for (const RibbonExtent &extent : extents) {
        if (extent.dimensions >= 2)
            mostRows = std::max(mostRows, extent.rows);
    }
    for (const RibbonExtent &extent : extents) {
        // Vectors behind pictures are no measure for those.
        if (extent.dimensions >= 2 || (extent.dimensions == 1 && mostRows == 0))
            mostColumns = std::max(mostColumns, extent.columns);
    }
    const double mostWidth = m.side * 1.86;
    const double scale = std::min(mostRows > 0 ? m.side / static_cast<double>(mostRows) : 1e9,
                                  mostWidth / static_cast<double>(mostColumns));

    int fixed = 2 * kChainMargin;
    int arrows = 0;
    for (const RibbonExtent &extent : extents) {
        RibbonColumn column;
        QSize face = kNoTensor;
        if (extent.dimensions > 0) {
            const double width = std::min(mostWidth, static_cast<double>(extent.columns) * scale);
            const double height = extent.dimensions == 1 ? std::min(kSignalHeight, m.side)
                                                         : static_cast<double>(extent.rows) * scale;
            column.isDotted = width < RibbonLayout::kLeastSide || height < RibbonLayout::kLeastSide;
            face = {std::max(RibbonLayout::kLeastSide, qRound(width)),
                    std::max(RibbonLayout::kLeastSide, qRound(height))};
            column.sheets = ribbonSheets(extent.slices * extent.channels);
        } else {
            face.setHeight(std::min(face.height(), m.side));
        }
        const int behind = column.sheets * RibbonLayout::kSheetStep;
        const int blockWidth = face.width() + behind;
        const int width = std::max(blockWidth, extent.shapeWidth);
        column.column = QRect(0, 0, width, size.height());
        column.face = QRect(
            QPoint((width - blockWidth) / 2, m.middle - (face.height() + behind) / 2 + behind),
            face);
        if (!layout.columns.empty())
            arrows += 1;
        fixed += width;
        layout.columns.push_back(column);
    }

    // Arrows of one length where that suffices for their words; longer ones only as needed.
    const auto least = [&](std::size_t i) {
        return m.showsArrowText ? std::max(kLeastArrow, extents[i].arrowWidth + 12) : kLeastArrow;
    };
    const int room = size.width() - fixed - arrows * 2 * kArrowGap;
    int share = 0;
    if (arrows > 0) {
        share = std::min(kMostArrow, room / arrows);
        int rest = room;
        int sharing = arrows;
        for (std::size_t i = 1; i < extents.size(); ++i) {
            if (least(i) > share) {
                rest -= least(i);
                sharing -= 1;
            }
        }
        if (sharing > 0)
            share = std::min(share, rest / sharing);
    }

    std::vector<int> lengths;
    for (std::size_t i = 0; i < extents.size(); ++i)
        lengths.push_back(std::max(least(i), share));
    placeColumns(
        layout,
        {kChainMargin, kArrowGap, m.middle + (m.showsArrowText ? 3 : 0), m.shapeTop, size.height()},
        lengths);
    return layout;
}

} // namespace convscope
