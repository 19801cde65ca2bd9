// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/map_marks.h"

#include "style/fonts.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QFontMetricsF>

#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kTagPadding = 8;
constexpr int kTagGap = 6;

int markerLine(const DevicePixels &pixels, CellMark mark)
{
    return qMax(1, static_cast<int>((mark == CellMark::Pinned ? 2.0 : 1.0) * pixels.ratio()));
}

QRect grown(const DevicePixels &pixels, QRect cell)
{
    const int least = pixels.of(7);
    if (const int missing = least - cell.width(); missing > 0)
        cell.adjust(-(missing / 2), 0, missing - missing / 2, 0);
    if (const int missing = least - cell.height(); missing > 0)
        cell.adjust(0, -(missing / 2), 0, missing - missing / 2);
    return cell;
}

QFont boldNumber()
{
    QFont bold = convscope::font(FontRole::Number);
    bold.setWeight(QFont::Bold);
    return bold;
}

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

} // namespace

QRect cellMarkerRect(const DevicePixels &pixels, const QRect &cell, CellMark mark)
{
    const int line = 2 * markerLine(pixels, mark);
    return grown(pixels, cell).adjusted(-line, -line, line, line);
}

void paintCellMarker(QPainter &painter, const DevicePixels &pixels, const QRect &cell,
                     CellMark mark)
{
    const int line = markerLine(pixels, mark);
    const QRect outer = cellMarkerRect(pixels, cell, mark);
    fillFrame(painter, outer, line, QColor(0, 0, 0, 204));
    fillFrame(painter, outer.adjusted(line, line, -line, -line), line, Qt::white);
}

QRect tagRect(QSize tag, const QRect &marked, const QRect &bounds)
{
    int left = marked.right() + 1 + kTagGap;
    if (left + tag.width() > bounds.right() + 1)
        left = marked.left() - kTagGap - tag.width();
    int top = marked.top() - kTagGap - tag.height();
    if (top < bounds.top())
        top = marked.bottom() + 1 + kTagGap;
    // A cell larger than the view: the tag stays readable over it.
    left = qMax(bounds.left(), qMin(left, bounds.right() + 1 - tag.width()));
    top = qMax(bounds.top(), qMin(top, bounds.bottom() + 1 - tag.height()));
    return {QPoint(left, top), tag};
}

QSize tagSize(const ReadOut &text)
{
    const QFontMetricsF bold(boldNumber());
    const QFontMetricsF plain(convscope::font(FontRole::Number));
    const qreal width = bold.horizontalAdvance(text.value) +
                        (text.place.isEmpty() ? 0 : plain.horizontalAdvance(u"  "_s + text.place));
    return {static_cast<int>(std::ceil(width)) + 2 * kTagPadding, scaledHeight(21)};
}

void paintTag(QPainter &painter, const QRect &rect, const ReadOut &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x12, 0x13, 0x14, 235));
    painter.drawRoundedRect(rect, 4, 4);
    QRectF inner = QRectF(rect).adjusted(kTagPadding, 0, -kTagPadding, 0);
    painter.setPen(Qt::white);
    painter.setFont(boldNumber());
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, text.value);
    painter.setPen(QColor(0xE9, 0xEB, 0xED));
    painter.setFont(convscope::font(FontRole::Number));
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight, text.place);
    painter.restore();
}

QRect paintStaleBadge(QPainter &painter, QPoint corner, const QString &text)
{
    painter.save();
    const QFont face = convscope::font(FontRole::Small);
    const int width = static_cast<int>(std::ceil(QFontMetricsF(face).horizontalAdvance(text))) + 38;
    const QRect rect(corner.x() - width, corner.y(), width, scaledHeight(22));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().warningSoft);
    painter.drawRoundedRect(rect, 4, 4);
    paintIcon(painter, QRectF(rect.left() + 8, rect.center().y() - 7, 16, 16), u"wait",
              tokens().warning);
    painter.setPen(tokens().warning);
    painter.setFont(face);
    painter.drawText(rect.adjusted(30, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    painter.restore();
    return rect;
}

QColor contrasting(QRgb background)
{
    const double luminance = 0.2126 * linear(qRed(background)) +
                             0.7152 * linear(qGreen(background)) +
                             0.0722 * linear(qBlue(background));
    // (L + 0.05) / 0.05 against 1.05 / (L + 0.05).
    return (luminance + 0.05) * (luminance + 0.05) > 0.05 * 1.05 ? Qt::black : Qt::white;
}

} // namespace convscope
