// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QFont;
class QPainter;
class QPointF;
class QRectF;

namespace convscope {

// Text that is painted again and again: shaping a word costs as much as drawing a small picture, so
// the recent ones are kept shaped. For the GUI thread.

/// QFontMetricsF::horizontalAdvance().
[[nodiscard]] qreal textWidth(const QFont &font, const QString &text);

/// QPainter::drawText() of one line in the painter's font: alignment flags only, plain text.
void drawLineOfText(QPainter &painter, const QRectF &rect, int alignment, const QString &text);
/// With the baseline at `position`.
void drawLineOfText(QPainter &painter, const QPointF &position, const QString &text);

} // namespace convscope
