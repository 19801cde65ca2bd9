// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/paint.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/tokens.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

QPainterPath rounded(const QRectF &rect, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

/// What lies between two rounded rectangles, one inside the other; far cheaper than a difference of
/// paths.
QPainterPath frame(const QRectF &outer, qreal outerRadius, const QRectF &inner, qreal innerRadius)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    path.addRoundedRect(outer, outerRadius, outerRadius);
    if (inner.width() > 0 && inner.height() > 0)
        path.addRoundedRect(inner, innerRadius, innerRadius);
    return path;
}

QFont timesFont(QFont font)
{
    font.setPixelSize(std::max(1, font.pixelSize() - 2));
    return font;
}

/// Room on each side of a × sign.
constexpr qreal kTimesGap = 1.6;

} // namespace

qreal hairline(const QPainter &painter)
{
    return 1.0 / painter.device()->devicePixelRatioF();
}

void paintPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
                const QColor &edge)
{
    paintField(painter, rect, radius, fill, edge, edge);
}

void paintField(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
                const QColor &edge, const QColor &foot)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal hair = hairline(painter);
    if (!edge.isValid()) {
        if (fill.isValid())
            painter.fillPath(rounded(rect, radius), fill);
        painter.restore();
        return;
    }
    const QRectF inner = rect.adjusted(hair, hair, -hair, -hair);
    if (fill.isValid())
        painter.fillPath(rounded(rect, radius), fill);
    const QPainterPath band = frame(rect, radius, inner, std::max(0.0, radius - hair));
    painter.fillPath(band, edge);
    if (foot != edge) {
        // The foot takes the lower corners up to half of their radius.
        painter.setClipRect(QRectF(rect.left(), rect.bottom() - radius / 2, rect.width(), radius),
                            Qt::IntersectClip);
        painter.fillPath(band, foot);
    }
    painter.restore();
}

void paintRing(QPainter &painter, const QRectF &rect, qreal radius, qreal width,
               const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inner = rect.adjusted(width, width, -width, -width);
    painter.fillPath(frame(rect, radius, inner, std::max(0.0, radius - width)), colour);
    painter.restore();
}

void paintDashedEdge(QPainter &painter, const QRectF &rect, qreal radius, qreal width,
                     const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, width);
    pen.setDashPattern({4 / width, 3 / width});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(rounded(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius));
    painter.restore();
}

void paintChevron(QPainter &painter, const QPointF &centre, qreal width, int angle,
                  const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.rotate(angle);
    QPen pen(colour, width >= 8 ? 1.5 : 1.1);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    const qreal half = width / 2;
    const QPointF points[] = {{-half, -half / 2}, {0, half / 2}, {half, -half / 2}};
    painter.drawPolyline(points, 3);
    painter.restore();
}

qreal keyChipWidth(const QString &key)
{
    return std::ceil(QFontMetricsF(font(FontRole::MonoCaption)).horizontalAdvance(key)) + 11;
}

qreal paintKeyChip(QPainter &painter, const QRectF &rect, const QString &key, const QColor &ink)
{
    const qreal width = keyChipWidth(key);
    const qreal height = scaledHeight(18);
    const QRectF chip(rect.right() - width, std::round(rect.center().y() - height / 2), width,
                      height);
    const Tokens &t = tokens();
    if (!ink.isValid())
        paintPanel(painter, chip, 3, QColor(), t.line);
    painter.save();
    painter.setFont(font(FontRole::MonoCaption));
    painter.setPen(ink.isValid() ? ink : t.text2);
    painter.drawText(chip, Qt::AlignCenter, key);
    painter.restore();
    return width;
}

qreal shapeTextWidth(const QFont &font, const QString &text)
{
    const QFont small = timesFont(font);
    qreal width = 0;
    for (const QChar c : text)
        width += c == u'×' ? textWidth(small, c) + 2 * kTimesGap : textWidth(font, c);
    return width;
}

void paintShapeText(QPainter &painter, const QPointF &position, const QString &text,
                    const QColor &colour, const QColor &times)
{
    painter.save();
    const QFont plain = painter.font();
    const QFont small = timesFont(plain);
    QPointF at = position;
    const auto put = [&](const QString &part, bool isTimes) {
        if (part.isEmpty())
            return;
        painter.setFont(isTimes ? small : plain);
        painter.setPen(isTimes ? times : colour);
        if (isTimes)
            at.rx() += kTimesGap;
        drawLineOfText(painter, at, part);
        at.rx() += textWidth(painter.font(), part) + (isTimes ? kTimesGap : 0);
    };
    QString digits;
    for (const QChar c : text) {
        if (c != u'×') {
            digits += c;
            continue;
        }
        put(digits, false);
        digits.clear();
        put(c, true);
    }
    put(digits, false);
    painter.restore();
}

void cutCorners(QWidget *popup, int radius)
{
    if (QGuiApplication::platformName().startsWith(QLatin1String("wayland")))
        return;
    QPainterPath outline;
    outline.addRoundedRect(QRectF(popup->rect()), radius, radius);
    popup->setMask(QRegion(outline.toFillPolygon().toPolygon()));
}

} // namespace convscope
