// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/style_parts.h"

#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope::parts {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

constexpr int kMenuIcon = 16;
constexpr int kMenuTextLeft = 34;
constexpr int kMenuRight = 12;

} // namespace

void paintFieldPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    QColor fill = isOff(option) ? t.window : t.surface;
    QColor edge = t.line;
    QColor foot = isOff(option) ? t.line : t.control;
    if (isMarkedError(widget)) {
        fill = t.errorSoft;
        edge = foot = t.error;
    } else if (has(option, QStyle::State_MouseOver) && !isOff(option)) {
        edge = t.control;
    }
    paintField(painter, option.rect, 4, fill, edge, foot);
}

void paintButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool down = has(option, QStyle::State_Sunken);
    const bool over = has(option, QStyle::State_MouseOver) && !isOff(option);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (button != nullptr && button->features.testFlag(QStyleOptionButton::Flat)) {
        if (down || over)
            paintPanel(painter, option.rect, 5, down ? t.pressed : t.hover, QColor());
        return;
    }
    if (isPrimary(widget) && !isOff(option)) {
        QColor fill = t.accent;
        if (down || over)
            fill = t.isDark ? fill.lighter(down ? 85 : 110) : fill.darker(down ? 125 : 110);
        paintPanel(painter, option.rect, 5, fill, QColor());
        return;
    }
    const QColor fill = isOff(option)                   ? t.window
                        : has(option, QStyle::State_On) ? t.accentSoft
                        : down                          ? t.pressed
                        : over                          ? t.hover
                                                        : t.surface;
    paintField(painter, option.rect, 5, fill, t.line, isOff(option) ? t.line : t.control);
}

void paintToolPanel(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    if (!has(option, QStyle::State_AutoRaise)) {
        paintButtonPanel(painter, option, nullptr);
        return;
    }
    QColor fill;
    if (has(option, QStyle::State_Sunken))
        fill = t.pressed;
    else if (has(option, QStyle::State_On))
        fill = t.accentSoft;
    else if (has(option, QStyle::State_MouseOver) && !isOff(option))
        fill = t.hover;
    paintPanel(painter, option.rect, 5, fill, QColor());
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const bool partly = has(option, QStyle::State_NoChange);
    const bool on = has(option, QStyle::State_On) || partly;
    const QColor fill = isOff(option)                          ? (on ? t.track : t.window)
                        : on                                   ? t.accent
                        : has(option, QStyle::State_MouseOver) ? t.hover
                                                               : t.surface;
    paintPanel(painter, option.rect, 3, fill, on ? QColor() : isOff(option) ? t.line : t.control);
    const QColor ink = isOff(option) ? t.disabled : t.onAccent;
    if (partly)
        painter.fillRect(QRectF(option.rect).adjusted(4, 7, -4, -7), ink);
    else if (on)
        paintIcon(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), u"check", ink);
}

void paintRadioButton(QPainter &painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const bool on = has(option, QStyle::State_On);
    const qreal radius = option.rect.height() / 2.0;
    if (on) {
        paintPanel(painter, option.rect, radius, isOff(option) ? t.track : t.accent, QColor());
        paintPanel(painter, QRectF(option.rect).adjusted(5, 5, -5, -5), radius - 5,
                   isOff(option) ? t.disabled : t.onAccent, QColor());
    } else {
        paintPanel(painter, option.rect, radius,
                   has(option, QStyle::State_MouseOver) && !isOff(option) ? t.hover : t.surface,
                   isOff(option) ? t.line : t.control);
    }
}

void paintItemPanel(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Tokens &t = tokens();
    if (has(option, QStyle::State_Selected))
        painter.fillRect(option.rect, isOff(option) ? t.track : t.accentSoft);
    else if (has(option, QStyle::State_MouseOver) && !isOff(option))
        painter.fillRect(option.rect, t.hover);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &size)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {size.width(), 9};
    const qsizetype tab = option.text.indexOf(u'\t');
    const QString label = tab < 0 ? option.text : option.text.left(tab);
    int width = kMenuTextLeft + QFontMetrics(option.font).boundingRect(label).width() + kMenuRight;
    if (tab >= 0)
        width +=
            32 +
            QFontMetrics(font(FontRole::MonoCaption)).horizontalAdvance(option.text.mid(tab + 1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += 24;
    return {std::max(width, 160), scaledHeight(28)};
}

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Tokens &t = tokens();
    const QRect r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRectF(r.left() + 8, r.center().y(), r.width() - 16, hairline(painter)),
                         t.line);
        return;
    }
    const bool off = isOff(option);
    if (has(option, QStyle::State_Selected) && !off)
        paintPanel(painter, QRectF(r).adjusted(4, 0, -4, 0), 4, t.accentSoft, QColor());
    const QRect mark(r.left() + 10, r.top() + (r.height() - kMenuIcon) / 2, kMenuIcon, kMenuIcon);
    if (option.checked)
        paintIcon(painter, mark, u"check", off ? t.disabled : t.accentText);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, mark, Qt::AlignCenter, off ? QIcon::Disabled : QIcon::Normal);
    const qsizetype tab = option.text.indexOf(u'\t');
    const QRect line = r.adjusted(kMenuTextLeft, 0, -kMenuRight, 0);
    painter.setFont(option.font);
    painter.setPen(off ? t.disabled : t.text);
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    painter.drawText(line, flags | Qt::AlignLeft, tab < 0 ? option.text : option.text.left(tab));
    if (tab >= 0) {
        painter.setFont(font(FontRole::MonoCaption));
        painter.setPen(off ? t.disabled : t.text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                         option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintChevron(painter, {r.right() - 14.0, r.center().y() + 0.5}, 8, 270,
                     off ? t.disabled : t.text2);
}

void paintMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Tokens &t = tokens();
    painter.fillRect(option.rect, t.window);
    const bool off = isOff(option);
    if (!off && (has(option, QStyle::State_Selected) || has(option, QStyle::State_Sunken)))
        paintPanel(painter, QRectF(option.rect).adjusted(0, 2, 0, -2), 5,
                   has(option, QStyle::State_Sunken) ? t.pressed : t.hover, QColor());
    painter.setPen(off ? t.disabled : t.text);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     option.text);
}

void paintTab(QPainter &painter, const QStyleOptionTab &option)
{
    const Tokens &t = tokens();
    const bool selected = has(option, QStyle::State_Selected);
    QRectF foot(option.rect);
    foot.setTop(foot.bottom() - 2);
    if (selected)
        painter.fillRect(foot, t.accent);
    else if (has(option, QStyle::State_MouseOver))
        paintPanel(painter, QRectF(option.rect).adjusted(2, 2, -2, -4), 5, t.hover, QColor());
}

void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Tokens &t = tokens();
    QRectF groove(option.rect);
    if (groove.height() > 4)
        groove = QRectF(groove.left(), groove.center().y() - 2, groove.width(), 4);
    painter.fillRect(groove, t.track);
    const double span = std::max(1.0, double(option.maximum) - option.minimum);
    const double done = std::clamp((double(option.progress) - option.minimum) / span, 0.0, 1.0);
    painter.fillRect(QRectF(groove.topLeft(), QSizeF(groove.width() * done, groove.height())),
                     t.accent);
}

} // namespace convscope::parts
