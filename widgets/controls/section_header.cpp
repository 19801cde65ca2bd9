// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/section_header.h"

#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QPainter>

namespace convscope {

SectionHeader::SectionHeader(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SectionHeader::sizeHint() const
{
    return {QFontMetrics(convscope::font(FontRole::Text)).horizontalAdvance(text()) + 48,
            scaledHeight(34)};
}

QSize SectionHeader::minimumSizeHint() const
{
    return {80, scaledHeight(34)};
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (isDown() || underMouse())
        painter.fillRect(rect(), isDown() ? t.pressed : t.hover);
    const QColor ink = isEnabled() ? t.text2 : t.disabled;
    paintChevron(painter, {20.0, height() / 2.0}, 8, isChecked() ? 0 : 270, ink);
    painter.setFont(convscope::font(FontRole::Text));
    painter.setPen(ink);
    const QRect line = rect().adjusted(34, 0, -14, 0);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, line.width()));
}

} // namespace convscope
