// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/question.h"

#include "style/themed_icon.h"
#include "style/tokens.h"

namespace convscope {

namespace {

constexpr int kIconSize = 32;

} // namespace

QMessageBox::StandardButton ask(QWidget *parent, const QString &title, const QString &text,
                                QMessageBox::StandardButtons buttons,
                                QMessageBox::StandardButton preset, QStringView icon)
{
    QMessageBox box(QMessageBox::NoIcon, title, text, buttons, parent);
    box.setDefaultButton(preset);
    const qreal ratio = parent != nullptr ? parent->devicePixelRatioF() : box.devicePixelRatioF();
    box.setIconPixmap(iconPixmap(icon, tokens().warning, kIconSize, ratio));
    return static_cast<QMessageBox::StandardButton>(box.exec());
}

} // namespace convscope
