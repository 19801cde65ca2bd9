// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/chip.h"
#include "style/tokens.h"
#include "views/shape_ribbon.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr qreal kTurn = 4;

} // namespace

void ShapeRibbon::paintArcs(QPainter &painter, const QRect &visible, bool isMarked)
{
    if (!m_graph || m_layout.arcs.empty())
        return;
    const Tokens &t = tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const RibbonArc &arc : m_layout.arcs) {
        const bool isHot = arc.reader == m_current;
        if (isHot != isMarked || arc.to.x() < visible.left() || arc.from.x() > visible.right())
            continue;
        QPen pen = isHot ? QPen(t.accent, 2) : QPen(t.control, 1);
        if (arc.isShared)
            pen.setDashPattern({1.5, 2});
        painter.setPen(pen);
        const qreal left = arc.from.x() + 0.5;
        const qreal right = arc.to.x() + 0.5;
        const qreal y = arc.y + (isHot ? 0 : 0.5);
        QPainterPath path(QPointF(left, arc.from.y()));
        path.lineTo(left, y + kTurn);
        path.quadTo(left, y, left + kTurn, y);
        path.lineTo(right - kTurn, y);
        path.quadTo(right, y, right, y + kTurn);
        path.lineTo(right, arc.to.y());
        painter.drawPath(path);
        painter.setPen(isHot ? QPen(t.accent, 2) : QPen(t.control, 1));
        painter.drawPolyline(QPolygonF{QPointF(right - 3, arc.to.y() - 3.5),
                                       QPointF(right, arc.to.y()),
                                       QPointF(right + 3, arc.to.y() - 3.5)});
    }
    painter.restore();
}

void ShapeRibbon::paintReadChips(QPainter &painter)
{
    if (!m_graph || m_current < 0 || m_current >= count())
        return;
    const auto draw = [&](QPoint centre, const QString &text) {
        const QSize size = chipSize(text);
        paintChip(painter, centre + QPoint(size.width() / 2, -size.height() / 2), text);
    };
    int x = 0;
    for (const RibbonArc &arc : m_layout.arcs) {
        if (arc.reader == m_current)
            x = arc.to.x() + 13;
    }
    for (const auto &[source, chip] : m_chips) {
        const RibbonColumn &column = m_layout.columns[static_cast<std::size_t>(m_current)];
        if (source + 1 == m_current) {
            if (!column.arrow.isNull())
                draw(QPoint(column.arrow.center().x(), column.arrow.top() + 13), chip);
            continue;
        }
        for (const RibbonArc &arc : m_layout.arcs) {
            if (arc.reader != m_current ||
                m_graph->lanes[static_cast<std::size_t>(arc.lane)].source != source)
                continue;
            // One beside the other, where several arcs end.
            draw(QPoint(x, std::min(arc.y + 12, arc.to.y() - 6)), chip);
            x += 18;
        }
    }
}

} // namespace convscope
