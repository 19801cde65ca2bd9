// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "stack/layer_card.h"

#include <QColor>
#include <QFont>
#include <QRect>

class QPainter;

namespace convscope {

// Rows of blocks: the card of one that is folded; the head and the lines of one that is not, which
// together are one card.

struct BlockRowState
{
    /// See LayerListModel::ChipRole.
    QString chip;
    bool isSelected = false;
    bool isHovered = false;
    bool hasFocus = false;
    /// Of a search.
    int hits = 0;
};

/// `item` is the whole row, the gap below it included.
void paintBlockRow(QPainter &painter, const QRect &item, const LayerCard &card,
                   const BlockRowState &state);
/// The triangle of a block's card or head.
[[nodiscard]] QRect blockTriangle(const QRect &item, const LayerCard &card);

// Of rows of every kind.

/// Says that a card or a line is a hit of a search.
void paintHitMark(QPainter &painter, const QRect &card);
/// The text, its middle left out where it does not fit.
[[nodiscard]] QString fittedText(const QFont &face, const QString &text, int width);
/// The shape of a card, or the words in its place, which are cut where they do not fit.
void paintShape(QPainter &painter, QFont face, const QRect &room, Qt::Alignment side,
                const LayerCard &card);
/// Of the words in a shape's place.
[[nodiscard]] QColor shapeInk(const LayerCard &card);

} // namespace convscope
