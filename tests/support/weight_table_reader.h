// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "window/files/weight_match_dialog.h"

#include <QApplication>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

namespace convscope {

/// Reads the table while it waits for somebody, and answers.
class TableReader : public QObject
{
public:
    explicit TableReader(bool takes) : m_takes(takes)
    {
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] { answer(); });
        m_timer.start();
    }
    /// "layer | in the file | expected | received | state".
    [[nodiscard]] const QStringList &rows() const { return m_rows; }
    [[nodiscard]] bool couldTake() const { return m_couldTake; }
    [[nodiscard]] int tables() const { return m_tables; }

private:
    void answer()
    {
        auto *dialog = qobject_cast<WeightMatchDialog *>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return;
        ++m_tables;
        m_rows.clear();
        for (int row = 0; row < dialog->table()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < dialog->table()->columnCount(); ++column)
                cells << dialog->table()->item(row, column)->text();
            m_rows << cells.join(QStringLiteral(" | "));
        }
        m_couldTake = dialog->takeButton()->isEnabled();
        if (m_takes && m_couldTake)
            dialog->takeButton()->click();
        else
            dialog->reject();
    }

    bool m_takes;
    bool m_couldTake = false;
    int m_tables = 0;
    QStringList m_rows;
    QTimer m_timer;
};

} // namespace convscope
