// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_folded_layout.h"

#include "views/ribbon_arcs.h"
#include "views/ribbon_box.h"
#include "views/ribbon_columns.h"
#include "views/ribbon_scale.h"
#include "views/ribbon_tail.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int kEdge = 16;
constexpr int kLargestSide = 38;
constexpr int kSmallestSide = 14;
constexpr int kSheet = 2;
constexpr int kUnitArrow = 11;
constexpr int kLongestArrow = 44;
constexpr int kBeside = 4;
constexpr int kCaptionHeight = 15;
constexpr int kArcPitch = 5;
/// Between the words of two runs.
constexpr int kBetweenWords = 10;

/// A face, or the box of several: what stands side by side.
struct Unit
{
    int first = 0;
    int last = 0;
    int box = -1;
    int width = 0;
    /// Of the tail: faces one below the other.
    int below = -1;
};

struct FoldedBands
{
    int captions = 2;
    int arcs = 0;
    int levels = 0;
    int side = 0;
    int middle = 0;
    int room = 0;
    int shapeTop = 0;
};

FoldedBands foldedBands(QSize size, const LaneLayout &lanes, const IsArc &isArc)
{
    FoldedBands bands;
    const bool hasCaptions = size.height() >= 80;
    bands.levels = arcLevels(lanes, isArc);
    bands.arcs = hasCaptions ? bands.captions + kCaptionHeight + 3 : 4;
    bands.shapeTop = size.height() - 22;
    const int top = bands.arcs + kArcPitch * bands.levels;
    bands.room = bands.shapeTop - 3 - top;
    bands.side =
        std::clamp(bands.room - RibbonLayout::kMostSheets * kSheet, kSmallestSide, kLargestSide);
    bands.middle = top + bands.room / 2;
    return bands;
}

std::vector<Unit> unitsOf(const RibbonRuns &runs, const RibbonTail &tail)
{
    std::vector<Unit> units;
    const auto count = static_cast<int>(runs.boxes.size());
    for (int i = 0; i < count; ++i) {
        const int box = runs.boxes[static_cast<std::size_t>(i)];
        if (box >= 0 && !units.empty() && units.back().box == box) {
            units.back().last = i;
            continue;
        }
        if (tail.isIn(i) && i >= tail.lower) {
            // Below one of the upper branch, or behind it.
            const int column = i - tail.lower;
            const int upper = tail.upper + column;
            if (upper < tail.lower) {
                auto above = std::ranges::find(units, upper, &Unit::first);
                above->below = i;
                continue;
            }
        }
        units.push_back({i, i, box, 0, -1});
    }
    return units;
}

/// Widens what a run stands over until its words have room.
void makeRoom(std::vector<Unit> &units, const std::vector<RibbonRun> &runs, int arrow)
{
    for (const RibbonRun &run : runs) {
        int width = 0;
        std::vector<Unit *> under;
        for (Unit &unit : units) {
            if (unit.last < run.first || unit.first > run.last)
                continue;
            width += unit.width + (under.empty() ? 0 : arrow + 2 * kBeside);
            under.push_back(&unit);
        }
        const int missing = run.textWidth + kBetweenWords - 2 * kBeside - arrow - width;
        if (missing <= 0 || under.empty())
            continue;
        const auto count = static_cast<int>(under.size());
        for (Unit *unit : under)
            unit->width += (missing + count - 1) / count;
    }
}

QRect spanOf(const RibbonLayout &layout, const RibbonRun &run)
{
    QRect span;
    for (int i = run.first; i <= run.last; ++i) {
        const RibbonColumn &column = layout.columns[static_cast<std::size_t>(i)];
        span |= column.face.adjusted(0, 0, column.sheets * kSheet, 0);
    }
    for (const RibbonBox &box : layout.boxes) {
        if (box.first >= run.first && box.last <= run.last)
            span |= box.rect;
    }
    return span;
}

void placeRuns(RibbonLayout &layout, const RibbonRuns &runs, const FoldedBands &bands,
               const RibbonTail &tail)
{
    const auto placed = [&](std::vector<RibbonRun> wanted, int top, int height) {
        for (RibbonRun &run : wanted) {
            const QRect span = spanOf(layout, run);
            const int width = std::max(span.width(), run.textWidth);
            run.rect = QRect(span.center().x() - width / 2, top, width + 1, height);
        }
        return wanted;
    };
    if (bands.arcs > 4)
        layout.captions = placed(runs.captions, bands.captions, kCaptionHeight);
    std::vector<RibbonRun> shapes = runs.shapes;
    // Of two faces one above the other the upper one's shape stands below both.
    std::erase_if(shapes, [&](const RibbonRun &run) {
        return tail.isIn(run.first) && run.first >= tail.lower &&
               tail.upper + run.first - tail.lower < tail.lower;
    });
    layout.shapes = placed(std::move(shapes), bands.shapeTop, 16);
}

} // namespace

RibbonLayout layoutFoldedRibbon(std::span<const RibbonExtent> extents, QSize size,
                                const LaneLayout &lanes, const RibbonRuns &runs)
{
    RibbonLayout layout;
    layout.sheetStep = kSheet;
    layout.showsArrowText = false;
    layout.isDense = true;
    if (extents.empty() || lanes.rows.size() != extents.size() ||
        runs.boxes.size() != extents.size())
        return layout;
    const auto boxOf = [&](int face) { return runs.boxes[static_cast<std::size_t>(face)]; };
    RibbonTail tail = tailOf(extents, lanes, runs.boxes);
    const IsArc isArc = [&](int source, int reader) {
        if (tail.isIn(reader) && reader == tail.lower)
            return false;
        return !isBoxLink(runs.boxes, source, reader);
    };
    const FoldedBands bands = foldedBands(size, lanes, isArc);
    const RibbonScale scale(extents, bands.side);
    layout.isLogarithmic = scale.isLogarithmic();

    std::vector<Unit> units = unitsOf(runs, tail);
    for (std::size_t i = 0; i < extents.size(); ++i) {
        RibbonColumn column;
        const auto index = static_cast<int>(i);
        column.isSmall = boxOf(index) >= 0;
        QSize face = scale.size(extents[i], &column.isDotted);
        if (tail.isIn(index))
            face.setHeight(std::min(face.height(), RibbonTail::kHeight));
        if (!column.isSmall && extents[i].dimensions != 0)
            column.sheets = ribbonSheets(extents[i].slices * extents[i].channels);
        if (tail.isIn(index))
            column.sheets = 0;
        column.face = QRect(QPoint(0, 0), face);
        layout.columns.push_back(column);
    }
    int fixed = 2 * kEdge;
    std::vector<BlockTracks> tracks(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        Unit &unit = units[i];
        if (unit.box >= 0) {
            tracks[i] = layoutTracks(lanes, unit.first, unit.last);
            unit.width = boxWidth(tracks[i]);
            continue;
        }
        for (const int face : {unit.first, unit.below}) {
            if (face < 0)
                continue;
            const RibbonColumn &column = layout.columns[static_cast<std::size_t>(face)];
            unit.width = std::max(unit.width, column.face.width() + column.sheets * kSheet);
        }
    }
    makeRoom(units, runs.shapes, kUnitArrow);
    if (bands.arcs > 4)
        makeRoom(units, runs.captions, kUnitArrow);
    for (const Unit &unit : units)
        fixed += unit.width;
    const auto arrows = std::max(static_cast<int>(units.size()) - 1, 1);
    const int length =
        std::clamp((size.width() - fixed) / arrows - 2 * kBeside, kUnitArrow, kLongestArrow);

    int x = kEdge;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit &unit = units[i];
        RibbonColumn &first = layout.columns[static_cast<std::size_t>(unit.first)];
        const bool isUpper = tail.isIn(unit.first);
        const bool isBehindUpper = isUpper && unit.first >= tail.lower;
        const int middle = !isUpper        ? bands.middle
                           : isBehindUpper ? bands.middle + RibbonTail::kApart / 2
                                           : bands.middle - RibbonTail::kApart / 2;
        if (i > 0) {
            x += kBeside;
            const bool isRead = lanes.rows[static_cast<std::size_t>(unit.first)].readsAbove ||
                                (unit.box >= 0 && readsBefore(lanes, unit.first, unit.last));
            if (isRead && unit.first != tail.upper)
                first.arrow = QRect(x, middle + (isUpper ? 0 : 3), length, 1);
            if (unit.box < 0 && !isUpper)
                placeWords(first, x, middle, length);
            x += length + kBeside;
        }
        if (unit.box >= 0) {
            const QRect rect(x, 0, unit.width, 0);
            placeBox(layout, lanes, tracks[i], {unit.first, unit.last, rect},
                     {bands.middle, bands.room});
            x += unit.width;
            continue;
        }
        for (const int face : {unit.first, unit.below}) {
            if (face < 0)
                continue;
            RibbonColumn &column = layout.columns[static_cast<std::size_t>(face)];
            const int behind = column.sheets * kSheet;
            const int at = face == unit.below ? bands.middle + RibbonTail::kApart / 2 : middle;
            column.face.moveTopLeft({x + (unit.width - column.face.width() - behind) / 2,
                                     at - (column.face.height() + behind) / 2 + behind});
            column.column = QRect(x, 0, unit.width, size.height());
            column.foot = QRect(x, size.height() - 4, unit.width, 3);
            if (face == unit.below && face != tail.lower)
                column.arrow = QRect(x - kBeside - length, at, length, 1);
            if (unit.below >= 0) {
                // Each has its half.
                column.column.setHeight(at > bands.middle ? size.height() - bands.middle
                                                          : bands.middle);
                if (at > bands.middle)
                    column.column.moveTop(bands.middle);
            }
        }
        x += unit.width;
    }
    layout.contentWidth = x + kEdge;
    placeRuns(layout, runs, bands, tail);
    if (tail.isThere())
        addTailLinks(layout, tail, bands.middle + 3);
    addArcs(layout, {bands.arcs, kArcPitch, bands.levels}, lanes, isArc);
    return layout;
}

} // namespace convscope
