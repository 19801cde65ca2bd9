// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

/// A C++ file of the project: its path from the project's root, e.g. "core/base/error.h", and its
/// lines.
struct SourceFile
{
    QString path;
    QStringList lines;
};

/// Every .h, .cpp and .inc file below app, core, resources, tests and widgets.
[[nodiscard]] std::vector<SourceFile> readSourceTree(const QString &root);
