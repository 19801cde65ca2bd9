// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"

#include <QByteArray>
#include <QTemporaryDir>

/// A temporary folder that tests fill with the files they read; its name is not ASCII.
class WrittenFiles
{
public:
    WrittenFiles();

    /// Writes the file and returns its path.
    [[nodiscard]] std::string write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] std::string path(const QString &name) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
};

/// The error's rule and message as "rule: message"; "" where there is a result.
[[nodiscard]] QString failureOf(const convscope::Result<convscope::Input> &input);
/// All notes, joined by "; ".
[[nodiscard]] QString notesOf(const convscope::Input &input);
