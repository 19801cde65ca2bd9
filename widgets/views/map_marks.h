// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/device_pixels.h"

#include <QRect>
#include <QString>

namespace convscope {

/// What a read-out tag says: the value in bold, then where it is.
struct ReadOut
{
    QString value;
    QString place;
};

/// White inside black, so that it is seen on every colour; around `cell`, which is in device pixels
/// and grows to at least 7 logical pixels. The painter is in device pixels.
enum class CellMark
{
    Pointed, ///< thin: under the pointer, or walked to
    Pinned   ///< twice as thick: it stays
};
void paintCellMarker(QPainter &painter, const DevicePixels &pixels, const QRect &cell,
                     CellMark mark);

/// The marker's outer edge.
[[nodiscard]] QRect cellMarkerRect(const DevicePixels &pixels, const QRect &cell, CellMark mark);

/// Upper right of `marked`; flips to the other side at an edge of `bounds` and never covers
/// `marked` while there is room beside it.
[[nodiscard]] QRect tagRect(QSize tag, const QRect &marked, const QRect &bounds);

/// Dark in both themes; logical coordinates.
[[nodiscard]] QSize tagSize(const ReadOut &text);
void paintTag(QPainter &painter, const QRect &rect, const ReadOut &text);

/// "Out of date" with a clock, its right upper corner at `corner`; returns its rectangle.
QRect paintStaleBadge(QPainter &painter, QPoint corner, const QString &text);

/// Black or white, whichever contrasts more with `background`.
[[nodiscard]] QColor contrasting(QRgb background);

} // namespace convscope
