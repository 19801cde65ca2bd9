// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/quiet_combo_box.h"

#include "style/fonts.h"

#include <QWheelEvent>

namespace convscope {

QuietComboBox::QuietComboBox(QWidget *parent) : QComboBox(parent)
{
    setFont(convscope::font(FontRole::Number));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaxVisibleItems(14);
}

QSize QuietComboBox::sizeHint() const
{
    return {QComboBox::sizeHint().width(), scaledHeight(28)};
}

QSize QuietComboBox::minimumSizeHint() const
{
    return {60, scaledHeight(28)};
}

void QuietComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace convscope
