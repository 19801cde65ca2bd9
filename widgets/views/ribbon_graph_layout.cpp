// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_graph_layout.h"

#include "views/ribbon_columns.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int kGraphMargin = 16;
constexpr int kSide = 38;
constexpr int kLeastSide = 12;
constexpr int kSheetStep = 2;
constexpr int kVectorHeight = 12;
constexpr int kVectorWidth = 26;
constexpr QSize kGraphNoTensor{30, 24};
/// An arrow with an icon over it, and the gaps at its ends.
constexpr int kShortArrow = 18;
constexpr int kShortGap = 4;
/// With words over it.
constexpr int kLongArrow = 48;
constexpr int kLongGap = 8;
constexpr int kGraphMostArrow = 120;
/// Where a face is left by an arc and reached by another, from its middle.
constexpr int kApart = 5;
/// From this ratio of the sides on the scale is logarithmic, with so many pixels for each halving.
constexpr double kMostRatio = 10;
constexpr double kHalving = 7;

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
    bool isShared = false;
    for (const Lane &lane : lanes.lanes) {
        bands.levels = std::max(bands.levels, lane.depth);
        isShared = isShared || lane.depth == 0;
    }
    bands.levels += isShared ? 1 : 0;
    bands.arcs = 4 + bands.pitch * bands.levels;
    bands.shapeTop = size.height() - (isLow ? 23 : 26);
    const int room = bands.shapeTop - bands.arcs - 4;
    bands.side = std::clamp(room - RibbonLayout::kMostSheets * kSheetStep, kLeastSide, kSide);
    bands.middle = bands.arcs + room / 2;
    return bands;
}

/// Sides by the extents, at one scale for all pictures and volumes.
class Faces
{
public:
    Faces(std::span<const RibbonExtent> extents, int side) : m_side(side)
    {
        std::int64_t least = 0;
        for (const RibbonExtent &extent : extents) {
            if (extent.dimensions < 2) {
                m_mostSteps = std::max(m_mostSteps, extent.columns);
                continue;
            }
            const std::int64_t longer = std::max(extent.rows, extent.columns);
            m_most = std::max(m_most, longer);
            least = least == 0 ? longer : std::min(least, longer);
        }
        m_isLogarithmic =
            least > 0 && static_cast<double>(m_most) > kMostRatio * static_cast<double>(least);
    }

    [[nodiscard]] bool isLogarithmic() const { return m_isLogarithmic; }

    /// `isDotted`: a side is not to scale.
    [[nodiscard]] QSize size(const RibbonExtent &extent, bool *isDotted) const
    {
        *isDotted = false;
        if (extent.dimensions == 0)
            return {kGraphNoTensor.width(), std::min(kGraphNoTensor.height(), m_side)};
        if (extent.dimensions == 1) {
            if (m_most > 0)
                return {kVectorWidth, std::min(kVectorHeight, m_side)};
            const double share = static_cast<double>(extent.columns) /
                                 static_cast<double>(std::max<std::int64_t>(m_mostSteps, 1));
            return {std::max(RibbonLayout::kLeastSide, qRound(share * 2 * m_side)),
                    std::min(30, m_side)};
        }
        const auto along = [&](std::int64_t length) {
            const double share = static_cast<double>(std::max<std::int64_t>(length, 1)) /
                                 static_cast<double>(m_most);
            const double side =
                m_isLogarithmic ? m_side + kHalving * std::log2(share) : m_side * share;
            *isDotted = *isDotted || side < RibbonLayout::kLeastSide;
            return std::max(RibbonLayout::kLeastSide, qRound(side));
        };
        return {along(extent.columns), along(extent.rows)};
    }

private:
    int m_side;
    std::int64_t m_most = 0;
    std::int64_t m_mostSteps = 1;
    bool m_isLogarithmic = false;
};

void addArcs(RibbonLayout &layout, const Bands &bands, const LaneLayout &lanes)
{
    const auto top = [&](int face) {
        const RibbonColumn &column = layout.columns[static_cast<std::size_t>(face)];
        return column.face.top() - column.sheets * layout.sheetStep;
    };
    const auto middle = [&](int face) {
        const RibbonColumn &column = layout.columns[static_cast<std::size_t>(face)];
        return column.face.center().x() + column.sheets * layout.sheetStep / 2;
    };
    for (std::size_t i = 0; i < lanes.lanes.size(); ++i) {
        const Lane &lane = lanes.lanes[i];
        const int level = lane.depth == 0 ? bands.levels : lane.depth;
        const int y = 4 + bands.pitch * (bands.levels - level);
        const bool isReached = !lanes.rows[static_cast<std::size_t>(lane.source)].enters.empty();
        const QPoint from(middle(lane.source) + (isReached ? kApart : 0), top(lane.source) - 2);
        for (const int reader : lane.readers) {
            const bool isLeft = lanes.rows[static_cast<std::size_t>(reader)].leaves >= 0;
            layout.arcs.push_back({static_cast<int>(i), reader, from, y,
                                   QPoint(middle(reader) - (isLeft ? kApart : 0), top(reader) - 2),
                                   lane.depth == 0});
        }
    }
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
    const Faces faces(extents, bands.side);
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
    int x = kGraphMargin;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        RibbonColumn &column = layout.columns[i];
        if (i > 0) {
            const int length = layout.isDense ? share
                                              : std::max(kLongArrow, extents[i].arrowWidth + 12) +
                                                    std::max(share, 0);
            const int y = bands.middle + 3;
            x += gap;
            if (lanes.rows[i].readsAbove)
                column.arrow = QRect(x, y, length, 1);
            placeWords(column, x, y, length);
            x += length + gap;
        }
        x = placeTensor(column, x, bands.shapeTop, size.height());
    }
    layout.contentWidth = x + kGraphMargin;
    addArcs(layout, bands, lanes);
    return layout;
}

} // namespace convscope
