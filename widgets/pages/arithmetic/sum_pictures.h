// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/channel_bars_view.h"
#include "views/sum_table.h"

#include <QColor>
#include <QString>

#include <cstdint>
#include <vector>

namespace convscope {

/// One product as a tile: what is read, its weight, what comes of it.
struct ProductTile
{
    /// Above the numbers: the input a value comes from; mostly empty.
    QString name;
    QString value;
    /// Empty: the value counts as it is.
    QString weight;
    QString product;
    /// All digits and the place.
    QString tip;
    /// "row 148, column 219, 0.3159 times −0.0685 is −0.0216".
    QString spoken;
    double rawValue = 0;
    double rawWeight = 0;
    /// What the tile adds.
    double rawProduct = 0;
    /// The colours that the grids have for the two numbers, and the product's own.
    QColor valueFill;
    QColor weightFill;
    QColor productFill;
    QColor frame;
    bool isPadding = false;
    bool isWinner = false;
    /// Position in the shown part of the kernel.
    int tap = 0;

    /// "0.3159 × −0.0685 ≈ −0.0216".
    [[nodiscard]] QString brief() const;
};

/// The products of one channel.
struct ProductsPicture
{
    QString title;
    QString note;
    std::vector<ProductTile> tiles;
    /// Tiles of one row of the kernel stand together.
    int perRow = 1;
    /// Between the tiles; empty: they are not added up.
    QString join;
    /// "=" or "≈", and what follows; empty: nothing.
    QString sign;
    QString sum;
};

/// One term of many, in a list.
struct TermRow
{
    QString place;
    QString value;
    QString weight;
    QString product;
    /// Signed, for the bar.
    double share = 0;
    /// Position on the line of a softmax and its kind; −1: not of one.
    std::int64_t onLine = -1;
    bool isMarked = false;
};

struct TermsPicture
{
    QString title;
    QString note;
    bool hasWeights = false;
    bool hasProducts = false;
    std::vector<TermRow> rows;
};

} // namespace convscope
