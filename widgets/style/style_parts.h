// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

// The pieces ConvScopeStyle is made of; nothing else includes this.

#include <QStyleOption>

class QPainter;

namespace convscope::parts {

[[nodiscard]] inline bool isOff(const QStyleOption &option)
{
    return !option.state.testFlag(QStyle::State_Enabled);
}

// What a field or a button looks like in the option's state.
void paintFieldPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void paintButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void paintToolPanel(QPainter &painter, const QStyleOption &option);
void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QStyleOption &option);
void paintItemPanel(QPainter &painter, const QStyleOptionViewItem &option);

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option);
void paintMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &size);

void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget);
void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget);
void paintComboLabel(QPainter &painter, const QStyleOptionComboBox &option, const QRect &rect);
void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &thumb);
void paintSlider(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void paintTab(QPainter &painter, const QStyleOptionTab &option);
void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option);

[[nodiscard]] QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);
[[nodiscard]] QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

} // namespace convscope::parts
