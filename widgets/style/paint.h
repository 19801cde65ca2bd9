// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QFont;
class QPainter;
class QWidget;

namespace convscope {

// Shapes that the style and the painted widgets share. Rectangles are logical pixels; edges are one
// device pixel wide, so they stay hairlines at every scale.

/// One device pixel in logical pixels.
[[nodiscard]] qreal hairline(const QPainter &painter);

/// A rounded area with an edge; an invalid colour leaves that part out.
void paintPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
                const QColor &edge);
/// A panel whose lower edge is `foot`: fields and buttons.
void paintField(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
                const QColor &edge, const QColor &foot);
/// A frame of `width` pixels inside `rect`.
void paintRing(QPainter &painter, const QRectF &rect, qreal radius, qreal width,
               const QColor &colour);
/// Dashes of 4 and gaps of 3 along a rounded edge.
void paintDashedEdge(QPainter &painter, const QRectF &rect, qreal radius, qreal width,
                     const QColor &colour);
/// Takes what lies outside of round corners from a pop-up's window: where nothing composes windows
/// it would be black. Desktops that always compose (Wayland) keep their smooth edge.
void cutCorners(QWidget *popup, int radius);
/// An open arrow head, `width` wide and half as high; angle 0 points down, 90 left, 180 up, 270
/// right.
void paintChevron(QPainter &painter, const QPointF &centre, qreal width, int angle,
                  const QColor &colour);
/// A key's name in a small box, e.g. "Ctrl+Shift+P": right edge at the right of `rect`, centred
/// vertically. Returns its width.
/// `ink` invalid: quiet text in a frame; else that colour, without a frame (on a filled button).
qreal paintKeyChip(QPainter &painter, const QRectF &rect, const QString &key,
                   const QColor &ink = QColor());
[[nodiscard]] qreal keyChipWidth(const QString &key);

/// A text whose × signs are smaller and quieter, as shapes are set in cards. Baseline at
/// `position`.
void paintShapeText(QPainter &painter, const QPointF &position, const QString &text,
                    const QColor &colour, const QColor &times);
[[nodiscard]] qreal shapeTextWidth(const QFont &font, const QString &text);

} // namespace convscope
