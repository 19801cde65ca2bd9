// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/chip.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/tokens.h"

#include <QPainter>

#include <algorithm>

namespace convscope {

QSize chipSize(const QString &text)
{
    const int width = qRound(textWidth(font(FontRole::MonoCaption), text)) + 8;
    return {std::max(16, width), qRound(14 * fontFactor())};
}

namespace {

int paintChipIn(QPainter &painter, QPoint at, const QString &text, const QColor &fill,
                const QColor &ink)
{
    const QSize size = chipSize(text);
    const QRectF box(QPointF(at.x() - size.width(), at.y()), QSizeF(size));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(ink);
    painter.setFont(font(FontRole::MonoCaption));
    drawLineOfText(painter, box, Qt::AlignCenter, text);
    painter.restore();
    return size.width();
}

} // namespace

int paintChip(QPainter &painter, QPoint at, const QString &text)
{
    return paintChipIn(painter, at, text, tokens().accent, tokens().onAccent);
}

int paintSoftChip(QPainter &painter, QPoint at, const QString &text)
{
    return paintChipIn(painter, at, text, tokens().accentSoft, tokens().accentText);
}

} // namespace convscope
