// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

namespace convscope {

class Actions;

/// The menus of things to open: recent files, sample pictures, sample stacks, patterns.
class FileMenus : public QObject
{
    Q_OBJECT

public:
    FileMenus(Actions *actions, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &recent() const { return m_recent; }
    void setRecent(const QStringList &paths);
    /// Puts a path first; at most ten are kept, patterns and bundled files are not.
    void remember(const QString &path);

    /// Whether sample pictures and stacks are installed.
    [[nodiscard]] static bool hasSamples();
    /// Path of a bundled sample picture or stack by file name; empty where it is not installed.
    [[nodiscard]] static QString samplePath(const QString &fileName);
    [[nodiscard]] static QString stackPath(const QString &fileName);
    /// The picture that goes with a bundled stack; empty where the stack brings its own input.
    [[nodiscard]] static QString sampleForStack(const QString &fileName);

Q_SIGNALS:
    void openRequested(const QString &pathOrPattern);
    void stackRequested(const QString &fileName);

private:
    void fillRecent();
    void fillSamples();

    Actions *m_actions;
    QStringList m_recent;
};

} // namespace convscope
