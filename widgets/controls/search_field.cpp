// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/search_field.h"

#include "style/fonts.h"
#include "style/themed_icon.h"

#include <QPainter>

namespace convscope {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setFont(convscope::font(FontRole::Text));
    setTextMargins(24, 0, 0, 0);
}

void SearchField::setRemark(const QString &remark)
{
    m_remark = remark;
    const int width =
        remark.isEmpty()
            ? 0
            : QFontMetrics(convscope::font(FontRole::Caption)).horizontalAdvance(remark) + 8;
    setTextMargins(24, 0, width, 0);
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QRectF(10, (height() - 16) / 2.0, 16, 16), u"search",
              hasFocus() ? tokens().text : tokens().text2);
    if (m_remark.isEmpty())
        return;
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(tokens().text2);
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_remark);
}

} // namespace convscope
