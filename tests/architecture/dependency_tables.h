// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

/// What a folder may include besides itself. An entry with a slash is one header.
using DependencyTable = QHash<QString, QStringList>;

/// Folders of core.
[[nodiscard]] const DependencyTable &coreTable();
/// Folders of widgets; all of them may include core.
[[nodiscard]] const DependencyTable &widgetsTable();
/// Wings of app/window; all of them may include widgets and core, and none the frame.
[[nodiscard]] const DependencyTable &windowTable();
