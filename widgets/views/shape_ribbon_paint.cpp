// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/plot.h"
#include "views/series_colours.h"
#include "views/shape_ribbon.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr double kDimmed = 0.4;

} // namespace

void ShapeRibbon::paintEvent(QPaintEvent *event)
{
    const Tokens &t = tokens();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), t.surface);
    const int room = viewport()->width() - totalsWidth();
    painter.save();
    painter.setClipRect(0, 0, room, viewport()->height());
    painter.translate(-left(), 0);
    const QRect visible(left(), 0, room, viewport()->height());
    paintBoxes(painter);
    paintArcs(painter, visible, false);
    paintLinks(painter, false);
    paintArcs(painter, visible, true);
    paintLinks(painter, true);
    for (std::size_t i = 0; i < m_faces.size(); ++i) {
        const RibbonColumn &column = m_layout.columns[i];
        const RibbonFace &face = m_faces[i];
        const int index = static_cast<int>(i);
        QRect area = column.column.adjusted(-6, 0, 6, 0);
        if (!column.arrow.isNull())
            area.setLeft(std::min(area.left(), column.arrow.left()));
        if (!event->region().intersects(area.translated(-left(), 0)))
            continue;
        if (index == m_hovered && index != m_current)
            painter.fillRect(column.column.adjusted(-4, 0, 4, -1), t.hover);
        if (!column.arrow.isNull() || !column.className.isNull())
            paintArrow(painter, column, face);
        if (!face.hasTensor())
            paintBox(painter, column, face.state);
        else
            paintTensor(painter, column, face);
        if (i < m_boxes.size() && m_boxes[i] && face.hasTensor() && !column.isSmall)
            paintField(painter, column, *m_boxes[i]);
        paintCaption(painter, column, face, index == m_current);
    }
    paintRuns(painter);
    paintReadChips(painter);
    painter.restore();
    if (showsTotals() && event->rect().right() >= room)
        paintTotals(painter);
    DevicePixels pixels(painter, *viewport());
    const int line = pixels.hairline();
    painter.fillRect(0, pixels.of(viewport()->height()) - line, pixels.of(viewport()->width()),
                     line, t.line);
}

void ShapeRibbon::paintArrow(QPainter &painter, const RibbonColumn &column, const RibbonFace &face)
{
    const Tokens &t = tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // What the current face reads.
    const bool isMarked =
        m_graph && &face == &m_faces[static_cast<std::size_t>(std::max(m_current, 0))];
    painter.setPen(isMarked ? QPen(t.accent, 2) : QPen(t.control, 1));
    const QRectF arrow(column.arrow);
    const qreal y = arrow.top() + 0.5;
    const qreal tip = arrow.right() - 0.5;
    if (!column.arrow.isNull()) {
        painter.drawLine(QPointF(arrow.left(), y), QPointF(tip, y));
        painter.drawPolyline(
            QPolygonF{QPointF(tip - 4, y - 4), QPointF(tip, y), QPointF(tip - 4, y + 4)});
    }
    painter.restore();
    if (m_layout.isDense && !face.icon.isEmpty() && !column.icon.isNull())
        paintIcon(painter, column.icon, face.icon,
                  face.state == RibbonFace::State::Illegal ? t.error : t.text2);
    if (!m_layout.showsArrowText)
        return;
    const bool isIllegal = face.state == RibbonFace::State::Illegal;
    QFont face11 = convscope::font(FontRole::Caption);
    face11.setStrikeOut(face.state == RibbonFace::State::Bypassed);
    painter.setFont(face11);
    painter.setPen(isIllegal ? t.error : t.text2);
    drawLineOfText(painter, column.className, Qt::AlignHCenter | Qt::AlignBottom, face.className);
    painter.setFont(convscope::font(FontRole::MonoCaption));
    painter.setPen(t.text2);
    drawLineOfText(painter, column.brief, Qt::AlignHCenter | Qt::AlignTop, face.brief);
}

void ShapeRibbon::paintTensor(QPainter &painter, const RibbonColumn &column, const RibbonFace &face)
{
    const Tokens &t = tokens();
    const bool isDimmed =
        face.state == RibbonFace::State::Stale || face.state == RibbonFace::State::Bypassed;
    painter.save();
    if (isDimmed)
        painter.setOpacity(kDimmed);
    {
        DevicePixels pixels(painter, *viewport());
        const int line = pixels.hairline();
        const auto moved = [&](int sheet) {
            const int step = sheet * m_layout.sheetStep;
            return pixels.of(QRectF(column.face.translated(step, -step)));
        };
        for (int sheet = column.sheets; sheet > 0; --sheet) {
            const QRect rect = moved(sheet);
            painter.fillRect(rect, face.dimensions == 1 ? t.surface : t.sunken);
            fillFrame(painter, rect, line, t.control);
        }
        const QRect rect = moved(0);
        painter.fillRect(rect, face.dimensions == 1 ? t.surface : t.sunken);
        if (!face.picture.isNull())
            drawPicture(painter, rect, face.picture);
        if (column.isDotted) {
            painter.setPen(QPen(t.text2, line, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect.adjusted(0, 0, -1, -1));
        } else {
            fillFrame(painter, rect, line, t.text2);
        }
    }
    if (face.dimensions == 1 && !face.lines.empty())
        paintLines(painter, QRectF(column.face).adjusted(1, 2, -1, -2), face);
    painter.restore();
}

void ShapeRibbon::paintLines(QPainter &painter, const QRectF &rect, const RibbonFace &face)
{
    PlotScale scale;
    scale.rect = rect;
    scale.low = std::numeric_limits<double>::infinity();
    scale.high = -scale.low;
    for (const LineEnvelope &line : face.lines) {
        const auto [low, high] = line.limits();
        scale.low = std::min(scale.low, static_cast<double>(low));
        scale.high = std::max(scale.high, static_cast<double>(high));
        scale.last = static_cast<double>(line.length - 1);
    }
    for (std::size_t i = 0; i < face.lines.size(); ++i) {
        const auto index = static_cast<int>(i);
        drawLine(painter, face.lines[i], scale,
                 face.lines.size() == 1 ? tokens().text : seriesColour(index), 1,
                 seriesDash(index));
    }
}

void ShapeRibbon::paintField(QPainter &painter, const RibbonColumn &column, const QRectF &share)
{
    const QRectF face(column.face);
    QRect box =
        QRectF(face.left() + share.left() * face.width(), face.top() + share.top() * face.height(),
               share.width() * face.width(), share.height() * face.height())
            .toAlignedRect();
    // Found also where it is a single cell, and never larger than its face.
    constexpr int kLeast = 5;
    if (box.width() < kLeast)
        box = QRect(box.center().x() - kLeast / 2, box.top(), kLeast, box.height());
    if (box.height() < kLeast)
        box = QRect(box.left(), box.center().y() - kLeast / 2, box.width(), kLeast);
    fillFrame(painter, box.adjusted(-1, -1, 1, 1), 3, QColor(0, 0, 0, 204));
    fillFrame(painter, box, 1, Qt::white);
}

void ShapeRibbon::paintBox(QPainter &painter, const RibbonColumn &column, RibbonFace::State state)
{
    const bool isIllegal = state == RibbonFace::State::Illegal;
    const QStringView icon = isIllegal                             ? u"error"
                             : state == RibbonFace::State::Unknown ? u"help"
                                                                   : u"wait";
    const QColor colour = isIllegal                             ? tokens().error
                          : state == RibbonFace::State::Unknown ? tokens().warning
                                                                : tokens().control;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, 1);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(column.face).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
    if (column.isSmall)
        return;
    const QPointF middle = QRectF(column.face).center();
    paintIcon(painter, QRectF(middle.x() - 8, middle.y() - 8, 16, 16), icon, colour);
}

void ShapeRibbon::paintShapeBelow(QPainter &painter, const RibbonColumn &column,
                                  const RibbonFace &face, bool isCurrent)
{
    const Tokens &t = tokens();
    QColor colour = t.text;
    if (face.state == RibbonFace::State::Illegal)
        colour = t.error;
    else if (!face.hasTensor())
        colour = t.text2;
    else if (isCurrent)
        colour = t.accentText;
    painter.setFont(convscope::font(FontRole::Number));
    const bool isWords = !face.hasTensor();
    const QString words = ribbonCaption(face);
    const QFontMetricsF metrics(painter.font());
    const qreal x = column.shape.center().x() + 0.5 - shapeTextWidth(painter.font(), words) / 2;
    const qreal y = column.shape.top() + (column.shape.height() + metrics.capHeight()) / 2;
    paintShapeText(painter, QPointF(std::round(x), std::round(y)), words, colour,
                   isWords ? colour : t.disabled);
}

void ShapeRibbon::paintCaption(QPainter &painter, const RibbonColumn &column,
                               const RibbonFace &face, bool isCurrent)
{
    const Tokens &t = tokens();
    const bool isIllegal = face.state == RibbonFace::State::Illegal;
    if (column.isSmall) {
        if (isCurrent)
            paintRing(painter, QRectF(column.face).adjusted(-1, -1, 1, 1), 1, 2, t.accent);
        return;
    }
    if (!column.shape.isNull())
        paintShapeBelow(painter, column, face, isCurrent);
    if (isCurrent) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isIllegal ? t.error : t.accent);
        painter.setClipRect(column.foot, Qt::IntersectClip);
        // Round above, square below.
        painter.drawRoundedRect(QRectF(column.foot).adjusted(0, 0, 0, 3), 2, 2);
        painter.restore();
        if (hasFocus()) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.accent, 2));
            painter.drawRoundedRect(QRectF(column.column).adjusted(-5, 3, 5, -6), 4, 4);
            painter.restore();
        }
    }
}

void ShapeRibbon::paintBriefTotals(QPainter &painter, const QRect &area)
{
    const Tokens &t = tokens();
    const std::vector<Total> totals = totalsNow();
    const int lines = 2 * totalsShown();
    const double pitch = std::min(17.0, (area.height() - 30.0) / std::max(1, lines));
    double top = (area.height() - 1 - pitch * lines) / 2 - 1;
    const auto draw = [&](FontRole role, const QColor &colour, const QString &text) {
        painter.setPen(colour);
        painter.setFont(convscope::font(role));
        drawLineOfText(painter, QRectF(area.left() + 23, top, area.width() - 23 - 16, pitch),
                       Qt::AlignVCenter | Qt::AlignLeft, text);
        top += pitch;
    };
    for (int i = 0; i < totalsShown(); ++i) {
        draw(FontRole::Caption, t.text2, totals[static_cast<std::size_t>(i)].label);
        draw(FontRole::MonoCaption, t.text, totals[static_cast<std::size_t>(i)].value);
    }
}

void ShapeRibbon::paintTotals(QPainter &painter)
{
    const Tokens &t = tokens();
    const int width = totalsWidth();
    const QRect area(viewport()->width() - width, 0, width, viewport()->height());
    {
        DevicePixels pixels(painter, *viewport());
        painter.fillRect(pixels.of(area.left()), pixels.of(16), pixels.hairline(),
                         pixels.of(area.height() - 16 - 17), t.line);
    }
    const std::vector<Total> totals = totalsNow();
    const int rows = totalsShown();
    if (m_isBrief) {
        paintBriefTotals(painter, area);
        return;
    }
    const double pitch = std::min(19.7, (area.height() - 30.0) / std::max(1, rows));
    const double top = (area.height() - 1 - pitch * rows) / 2 - 1;
    for (int row = 0; row < rows; ++row) {
        const Total &total = totals[static_cast<std::size_t>(row)];
        const QRectF line(area.left() + 23, top + row * pitch, width - 23 - 16, pitch);
        painter.setPen(t.text2);
        painter.setFont(convscope::font(FontRole::Caption));
        drawLineOfText(painter, line, Qt::AlignVCenter | Qt::AlignLeft, total.label);
        painter.setPen(t.text);
        painter.setFont(convscope::font(FontRole::MonoCaption));
        drawLineOfText(painter, line, Qt::AlignVCenter | Qt::AlignRight, total.value);
    }
}

} // namespace convscope
