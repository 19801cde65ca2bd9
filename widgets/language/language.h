// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace convscope {

/// English and the languages that are compiled in under :/translations, e.g. "en", "zh_CN".
[[nodiscard]] QStringList languages();

/// Makes the application speak one of languages(): its own sentences, and those of Qt's dialogs.
/// Empty: the best that the desktop's settings name, else English. To be called before the first
/// widget is made.
void useLanguage(QCoreApplication &application, const QString &name);

} // namespace convscope
