// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/section_header.h"

#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QPainter>

#include <algorithm>

namespace convscope {

namespace {

/// Room beside the words: the chevron, the edge.
constexpr int kBefore = 34;
constexpr int kAfter = 14;

} // namespace

SectionHeader::SectionHeader(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    // Not fixed: a layout would hold it to one line.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize SectionHeader::sizeHint() const
{
    return {QFontMetrics(convscope::font(FontRole::Text)).horizontalAdvance(text()) + kBefore +
                kAfter,
            scaledHeight(34)};
}

QSize SectionHeader::minimumSizeHint() const
{
    return {80, scaledHeight(34)};
}

int SectionHeader::heightForWidth(int width) const
{
    const QFontMetrics metrics(convscope::font(FontRole::Text));
    const QRect line(0, 0, std::max(width - kBefore - kAfter, 1), 0);
    const int lines = metrics.boundingRect(line, Qt::TextWordWrap, text()).height();
    return std::max(scaledHeight(34), lines + scaledHeight(34) - metrics.height());
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
    painter.drawText(rect().adjusted(kBefore, 0, -kAfter, 0),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, text());
}

} // namespace convscope
