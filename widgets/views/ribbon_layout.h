// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <cstdint>
#include <span>
#include <vector>

namespace convscope {

/// What the layout needs to know of one tensor: extents and measured text widths in logical pixels.
struct RibbonExtent
{
    /// 1 for signals, 2 for pictures, 3 for volumes; 0 where there is no tensor (illegal or
    /// waiting).
    int dimensions = 2;
    std::int64_t slices = 1;
    std::int64_t rows = 1;
    std::int64_t columns = 1;
    std::int64_t channels = 1;
    int shapeWidth = 0;
    /// The wider of the two words on the arrow that leads here; 0 for the input.
    int arrowWidth = 0;

    bool operator==(const RibbonExtent &) const = default;
};

struct RibbonColumn
{
    /// Everything of this tensor, the full height: hit area.
    QRect column;
    QRect face;
    /// Sheets behind the face, each further up and right.
    int sheets = 0;
    /// A side was below 6 px and is drawn 6 px: not to scale.
    bool isDotted = false;
    /// From the tensor before, one pixel high; null for the first and where that is not read.
    QRect arrow;
    QRect className;
    QRect brief;
    /// In the words' place where there is no room for them.
    QRect icon;
    QRect shape;
    QRect foot;
    /// A layer inside a block that is not folded.
    bool isSmall = false;

    bool operator==(const RibbonColumn &) const = default;
};

/// From a tensor to one that reads it, over those between them: up, across and down.
struct RibbonArc
{
    int lane = 0;   ///< of the graph
    int reader = 0; ///< column
    QPoint from;
    int y = 0;
    QPoint to;
    /// Others run there too.
    bool isShared = false;

    bool operator==(const RibbonArc &) const = default;
};

/// What is said of several faces at once.
struct RibbonRun
{
    int first = 0;
    int last = 0;
    /// Of the words.
    int textWidth = 0;
    QRect rect;

    bool operator==(const RibbonRun &) const = default;
};

/// A block that is not folded: its layers as small faces.
struct RibbonBox
{
    int first = 0;
    int last = 0;
    QRect rect;

    bool operator==(const RibbonBox &) const = default;
};

/// A line between two faces that is neither an arrow along the ribbon nor an arc above it.
struct RibbonLink
{
    int source = 0;
    int reader = 0;
    std::vector<QPoint> points;
    bool hasHead = false;

    bool operator==(const RibbonLink &) const = default;
};

struct RibbonLayout
{
    std::vector<RibbonColumn> columns;
    std::vector<RibbonArc> arcs;
    /// Of the folded form: captions over the faces, and shapes below them.
    std::vector<RibbonRun> captions;
    std::vector<RibbonRun> shapes;
    std::vector<RibbonBox> boxes;
    std::vector<RibbonLink> links;
    int contentWidth = 0;
    bool showsArrowText = true;
    /// Icons stand over short arrows.
    bool isDense = false;
    /// Sides of faces are: each halving takes as many pixels.
    bool isLogarithmic = false;
    /// From sheet to sheet.
    int sheetStep = kSheetStep;

    bool operator==(const RibbonLayout &) const = default;

    static constexpr int kSheetStep = 3;
    static constexpr int kMostSheets = 6;
    static constexpr int kLeastSide = 6;
};

/// ⌈log2(count)⌉, at most 6.
[[nodiscard]] int ribbonSheets(std::int64_t count);

/// Faces to one scale for the whole stack, arrows that share what is left of the width (each at
/// least as long as its words), captions centred under the faces. Heights: 72 (compact), 108, 132.
[[nodiscard]] RibbonLayout layoutRibbon(std::span<const RibbonExtent> extents, QSize size);

} // namespace convscope
