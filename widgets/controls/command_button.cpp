// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/command_button.h"

#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <cmath>

namespace convscope {

CommandButton::CommandButton(const QString &icon, const QString &text, const QString &key,
                             QWidget *parent)
    : QPushButton(text, parent), m_icon(icon), m_key(key)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(text);
}

void CommandButton::setAsField(bool asField)
{
    m_asField = asField;
    update();
}

void CommandButton::setKey(const QString &key)
{
    if (key == m_key)
        return;
    m_key = key;
    updateGeometry();
    update();
}

void CommandButton::setAccented(bool accented)
{
    m_accented = accented;
    update();
}

QSize CommandButton::sizeHint() const
{
    int width = 20 + QFontMetrics(font()).horizontalAdvance(text());
    if (!m_icon.isEmpty())
        width += text().isEmpty() ? 8 : 22;
    if (!m_key.isEmpty())
        width += 12 + static_cast<int>(std::ceil(keyChipWidth(m_key)));
    return {width, scaledHeight(28)};
}

QSize CommandButton::minimumSizeHint() const
{
    return {scaledHeight(28), scaledHeight(28)};
}

void CommandButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);
    const bool primary = isPrimary(this);
    const QColor ink = !isEnabled() ? t.disabled
                       : primary    ? t.onAccent
                       : m_accented ? t.accentText
                       : m_asField  ? t.text2
                                    : t.text;
    QRectF line = QRectF(rect()).adjusted(9, 0, m_asField ? -11 : -9, 0);
    const bool hasKey = !m_key.isEmpty() && line.width() > keyChipWidth(m_key) + 30;
    if (hasKey)
        line.setRight(line.right() - paintKeyChip(painter, line, m_key, primary ? ink : QColor()) -
                      8);
    if (!m_icon.isEmpty()) {
        const QRectF icon(text().isEmpty() ? rect().center().x() - 7.5 : line.left(),
                          (height() - 16) / 2.0, 16, 16);
        paintIcon(painter, icon, m_icon,
                  m_accented || primary || !isEnabled() ? ink : tokens().text2);
        line.setLeft(line.left() + 22);
    }
    painter.setFont(font());
    painter.setPen(ink);
    const bool left = m_asField || !m_icon.isEmpty() || hasKey;
    painter.drawText(
        line, Qt::AlignVCenter | (left ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::TextShowMnemonic,
        QFontMetrics(font()).elidedText(text(), Qt::ElideRight, qRound(line.width())));
}

} // namespace convscope
