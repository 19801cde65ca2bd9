// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/token_label.h"

#include "style/paint.h"

#include <QPainter>

#include <algorithm>

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

void TokenLabel::setElided(bool isElided)
{
    m_isElided = isElided;
    updateGeometry();
    update();
}

QSize TokenLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return m_isElided ? QSize(std::min(whole.width(), 2 * fontMetrics().averageCharWidth()),
                              whole.height())
                      : whole;
}

void TokenLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? tokens().*m_colour : tokens().disabled);
    QString shown = text();
    if (m_isElided) {
        shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
        // Only here is it known whether words are missing.
        setToolTip(shown == text() ? QString() : text());
    }
    const int wrap = wordWrap() ? int(Qt::TextWordWrap) : int(Qt::TextSingleLine);
    painter.drawText(contentsRect(), int(alignment()) | wrap, shown);
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
