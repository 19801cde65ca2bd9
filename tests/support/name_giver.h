// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>

namespace convscope {

/// Types a name into the dialog that asks where to save, having chosen a kind of file.
class NameGiver : public QObject
{
public:
    NameGiver(const QString &path, const QString &kind) : m_path(path), m_kind(kind)
    {
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] { give(); });
        m_timer.start();
    }
    [[nodiscard]] const QStringList &kinds() const { return m_kinds; }

private:
    void give()
    {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (dialog == nullptr || m_isGiven)
            return;
        m_isGiven = true;
        m_kinds = dialog->nameFilters();
        for (const QString &filter : m_kinds) {
            if (filter.startsWith(m_kind))
                dialog->selectNameFilter(filter);
        }
        dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(m_path);
        QMetaObject::invokeMethod(dialog, "accept");
    }

    QString m_path;
    QString m_kind;
    QStringList m_kinds;
    bool m_isGiven = false;
    QTimer m_timer;
};

} // namespace convscope
