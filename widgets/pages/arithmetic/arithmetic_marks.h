// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/axis_map.h"

#include <QColor>
#include <QPoint>
#include <QRect>

class QPainter;

namespace convscope {

// Signs of the arithmetic's picture; logical pixels.

/// Hatched: nothing is there but what padding adds.
void paintPaddingCell(QPainter &painter, const QRect &cell);
/// A dashed frame that is seen on every colour.
void paintDashes(QPainter &painter, const QRect &rect);
/// Two pixels around a cell.
void paintCellRing(QPainter &painter, const QRect &cell, const QColor &colour);
/// A cell that takes no part.
void paintVeil(QPainter &painter, const QRect &cell);
void paintTimesSign(QPainter &painter, QPoint centre, const QColor &colour);
void paintArrowSign(QPainter &painter, QPoint centre, const QColor &colour);
/// Of a frame in a cell of this size.
[[nodiscard]] int frameWidth(int cell);

/// Some output cell uses tap `k` on input cell `i` of this axis.
[[nodiscard]] bool meetsOutput(const AxisMap &map, std::int64_t i, std::int64_t k);

} // namespace convscope
