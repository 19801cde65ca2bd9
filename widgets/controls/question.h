// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMessageBox>

namespace convscope {

/// A question with our own icon (resources/icons), not the desktop's. Waits for the answer; closing
/// it is Cancel.
[[nodiscard]] QMessageBox::StandardButton ask(QWidget *parent, const QString &title,
                                              const QString &text,
                                              QMessageBox::StandardButtons buttons,
                                              QMessageBox::StandardButton preset,
                                              QStringView icon = u"warning");

} // namespace convscope
