// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/ribbon_layout.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace convscope {

/// What the layout of a printed page needs to know. Lengths are the window's: 96 to the inch.
struct PageContents
{
    std::vector<RibbonExtent> ribbon;
    /// Columns × rows of the large map; empty: a few words stand in its place.
    QSizeF map;
    /// The layer's maps, all of one shape; 1: the large one alone.
    int maps = 0;
    /// Maps are lines over steps: they have no shape of their own.
    bool isSequence = false;
    int layers = 0;
};

/// One line of the ribbon; it begins with the tensor that ended the line before.
struct RibbonLine
{
    int first = 0;
    int count = 0;
    /// Where the ribbon layout's origin is.
    QPointF origin;

    bool operator==(const RibbonLine &) const = default;
};

struct PageLayout
{
    QRectF title;
    QRectF facts;
    RibbonLayout ribbon;
    /// Lengths of the ribbon's layout on the page: a little less than 1 where that saves a line.
    double ribbonScale = 1;
    std::vector<RibbonLine> ribbonLines;
    QRectF mapTitle;
    QRectF map;
    /// The colour bar or, for a sequence, the numbers of its axis.
    QRectF scale;
    QRectF gridTitle;
    /// One per map shown, in order, and the words below each.
    std::vector<QRectF> tiles;
    std::vector<QRectF> tileWords;
    /// Heads of the table's columns of rows, and one rectangle per layer shown.
    std::vector<QRectF> tableHeads;
    std::vector<QRectF> rows;
    /// Where "and n more layers" stands; null: all are shown.
    QRectF moreRows;

    bool operator==(const PageLayout &) const = default;

    static constexpr int kRibbonHeight = 108;
};

/// Everything on one page of that size: title, ribbon, map with its scale, as many of the other
/// maps as fit, table. Nothing overlaps and nothing is outside.
[[nodiscard]] PageLayout layoutPage(const PageContents &contents, QSizeF page);

} // namespace convscope
