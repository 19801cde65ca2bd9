// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPainter>
#include <QWidget>

namespace convscope {

/// For as long as it lives, one unit of the painter is one device pixel and the origin is the
/// widget's upper left corner moved to a whole device pixel, so that cells and hairlines stay sharp
/// at fractional scale factors.
class DevicePixels
{
public:
    DevicePixels(QPainter &painter, const QWidget &widget);
    ~DevicePixels() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(DevicePixels)

    [[nodiscard]] qreal ratio() const { return m_ratio; }
    /// Logical to device pixels, rounded.
    [[nodiscard]] int of(qreal logical) const { return qRound(logical * m_ratio); }
    [[nodiscard]] QRect of(const QRectF &logical) const;
    /// Thickness of a line of one logical pixel or less: at least one device pixel.
    [[nodiscard]] int hairline() const { return qMax(1, static_cast<int>(m_ratio)); }

private:
    QPainter &m_painter;
    qreal m_ratio;
};

/// A rectangle's frame of `thickness` device pixels drawn inside it, without antialiasing.
void fillFrame(QPainter &painter, const QRect &rect, int thickness, const QColor &colour);

/// A picture into `target` device pixels: area averages where it is larger, exact cells where
/// smaller.
void drawPicture(QPainter &painter, const QRect &target, const QImage &picture);

} // namespace convscope
