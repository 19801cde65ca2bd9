// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/arithmetic_marks.h"

#include "style/tokens.h"
#include "views/device_pixels.h"

#include <QPainter>

namespace convscope {

void paintPaddingCell(QPainter &painter, const QRect &cell)
{
    const Tokens &t = tokens();
    painter.fillRect(cell, t.surface);
    painter.save();
    painter.setClipRect(cell, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.track, 1));
    constexpr int kPitch = 6;
    for (int x = cell.left() - cell.height(); x <= cell.right(); x += kPitch)
        painter.drawLine(QPointF(x, cell.bottom() + 1), QPointF(x + cell.height(), cell.top()));
    painter.restore();
}

void paintDashes(QPainter &painter, const QRect &rect)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens().surface, 1));
    painter.drawRect(rect);
    QPen pen(tokens().text, 1);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawRect(rect);
    painter.restore();
}

void paintCellRing(QPainter &painter, const QRect &cell, const QColor &colour)
{
    const QRect outer = cell.adjusted(-2, -2, 1, 1);
    fillFrame(painter, outer.adjusted(1, 1, -1, -1), 2, tokens().surface);
    fillFrame(painter, outer, 2, colour);
}

void paintVeil(QPainter &painter, const QRect &cell)
{
    QColor veil = tokens().window;
    veil.setAlphaF(0.6F);
    painter.fillRect(cell, veil);
}

void paintTimesSign(QPainter &painter, QPoint centre, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QPointF at(centre);
    painter.drawLine(at - QPointF(5, 5), at + QPointF(5, 5));
    painter.drawLine(at + QPointF(-5, 5), at + QPointF(5, -5));
    painter.restore();
}

void paintArrowSign(QPainter &painter, QPoint centre, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF at(centre);
    const QPointF tip = at + QPointF(8, 0);
    painter.drawLine(at - QPointF(8, 0), tip);
    painter.drawPolyline(QPolygonF{tip + QPointF(-6, -6), tip, tip + QPointF(-6, 6)});
    painter.restore();
}

int frameWidth(int cell)
{
    return cell >= 28 ? 3 : 2;
}

bool meetsOutput(const AxisMap &map, std::int64_t i, std::int64_t k)
{
    const std::int64_t position = i * map.divisor - k * map.tapStep + map.offset;
    if (map.step == 0)
        return position == 0;
    const std::int64_t o = position / map.step;
    return position >= 0 && o < map.output && map.source(o, k) == i;
}

} // namespace convscope
