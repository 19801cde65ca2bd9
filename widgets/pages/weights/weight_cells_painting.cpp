// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How WeightCells looks.
#include "pages/weights/cell_digits.h"
#include "pages/weights/weight_cells.h"
#include "pages/weights/weight_colours.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/map_marks.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Without digits below it.
constexpr int kWithDigits = 36;

QFont digitsFont(int pitch)
{
    QFont digits = convscope::font(FontRole::MonoCaption);
    if (pitch < 44)
        digits.setPixelSize(std::max(10, digits.pixelSize() - 1));
    return digits;
}

} // namespace

void WeightCells::paintEvent(QPaintEvent *)
{
    if (m_sheet.rows <= 0 || m_sheet.columns <= 0)
        return;
    QPainter painter(viewport());
    const QPoint from = origin();
    const auto limit = [](std::int64_t value, std::int64_t count) {
        return std::clamp<std::int64_t>(value, 0, count - 1);
    };
    const SheetCell first{limit((m_top - from.y()) / m_pitch, m_sheet.rows),
                          limit((m_left - from.x()) / m_pitch, m_sheet.columns)};
    const SheetCell last{limit((viewport()->height() - from.y()) / m_pitch, m_sheet.rows),
                         limit((viewport()->width() - from.x()) / m_pitch, m_sheet.columns)};
    paintHeads(painter, first, last);
    painter.setClipRect(viewport()->rect().adjusted(m_left, m_top, 0, 0));
    if (m_sheet.isLine)
        paintStems(painter, first, last);
    paintCells(painter, first, last);
    paintCurrent(painter);
}

void WeightCells::paintHeads(QPainter &painter, SheetCell first, SheetCell last) const
{
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(tokens().text2);
    if (m_sheet.columnHead) {
        painter.setClipRect(QRect(m_left, 0, viewport()->width(), m_top));
        for (std::int64_t column = first.column; column <= last.column; ++column) {
            const QRect cell = cellRect({first.row, column});
            drawLineOfText(painter, QRectF(cell.x(), 0, cell.width(), m_top),
                           Qt::AlignHCenter | Qt::AlignVCenter, m_sheet.columnHead(column));
        }
    }
    if (m_sheet.rowHead) {
        painter.setClipRect(QRect(0, m_top, m_left, viewport()->height()));
        for (std::int64_t row = first.row; row <= last.row; ++row) {
            const QRect cell = cellRect({row, first.column});
            drawLineOfText(painter, QRectF(0, cell.y(), m_left - 8, cell.height()),
                           Qt::AlignRight | Qt::AlignVCenter, m_sheet.rowHead(row));
        }
    }
}

void WeightCells::paintCells(QPainter &painter, SheetCell first, SheetCell last) const
{
    const QFont digits = digitsFont(m_pitch);
    painter.setFont(digits);
    const int characters =
        m_pitch >= kWithDigits ? static_cast<int>((m_pitch - 5) / textWidth(digits, u"0"_s)) : 0;
    for (std::int64_t row = first.row; row <= last.row; ++row) {
        const WeightColours colours(m_sheet.reach ? m_sheet.reach(row) : 1);
        for (std::int64_t column = first.column; column <= last.column; ++column) {
            const float value = m_sheet.value(row, column);
            const QRect cell = cellRect({row, column});
            const QRgb fill = colours.colour(value);
            painter.fillRect(cell, QColor(fill));
            if (const QString text = cellDigits(value, characters); !text.isEmpty()) {
                painter.setPen(contrasting(fill));
                drawLineOfText(painter, QRectF(cell), Qt::AlignCenter, text);
            }
        }
    }
}

void WeightCells::paintStems(QPainter &painter, SheetCell first, SheetCell last) const
{
    const Tokens &t = tokens();
    const double reach = std::max(m_sheet.reach ? m_sheet.reach(0) : 1.0, 1e-30);
    const double middle = origin().y() - m_stems / 2.0 - 2;
    const double scale = (m_stems / 2.0 - 10) / reach;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(t.line, hairline(painter)));
    painter.drawLine(QPointF(m_left, middle), QPointF(viewport()->width(), middle));
    for (std::int64_t column = first.column; column <= last.column; ++column) {
        const double value = double(m_sheet.value(0, column));
        if (!std::isfinite(value))
            continue;
        const QRect cell = cellRect({0, column});
        const double x = cell.center().x() + 0.5;
        const double y = middle - std::clamp(value, -reach, reach) * scale;
        const QColor colour = value < 0 ? t.minus : t.plus;
        painter.setPen(QPen(colour, 2));
        painter.drawLine(QPointF(x, middle), QPointF(x, y));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(x, y), 4, 4);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void WeightCells::paintCurrent(QPainter &painter) const
{
    const QRect cell = cellRect(m_current);
    painter.setRenderHint(QPainter::Antialiasing, true);
    // White inside, so that it is seen on every colour; thin where digits reach to the edge.
    const bool isSmall = m_pitch < 44;
    const qreal inset = isSmall ? 0.5 : 1.5;
    paintRing(painter, QRectF(cell).adjusted(inset, inset, -inset, -inset), 2, isSmall ? 1 : 1.5,
              Qt::white);
    paintRing(painter, QRectF(cell).adjusted(-1, -1, 1, 1), 3, 2, tokens().accent);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace convscope
