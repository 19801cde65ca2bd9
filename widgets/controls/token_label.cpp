// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/token_label.h"

#include "style/paint.h"

#include <QPainter>

namespace convscope {

TokenLabel::TokenLabel(const QString &text, FontRole face, TokenRole colour, QWidget *parent)
    : QLabel(text, parent), m_colour(colour)
{
    setFont(convscope::font(face));
    setTextFormat(Qt::PlainText);
}

void TokenLabel::setColour(TokenRole colour)
{
    m_colour = colour;
    update();
}

void TokenLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? tokens().*m_colour : tokens().disabled);
    const int wrap = wordWrap() ? int(Qt::TextWordWrap) : int(Qt::TextSingleLine);
    painter.drawText(contentsRect(), int(alignment()) | wrap, text());
}

HairLine::HairLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HairLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRectF(0, 0, width(), hairline(painter)), tokens().line);
}

} // namespace convscope
