// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

class QListView;

namespace convscope {

/// The "+" that shows between two cards while the pointer is near the gap. Lies on the list's
/// viewport, which owns it.
class InsertHandle : public QAbstractButton
{
    Q_OBJECT

public:
    explicit InsertHandle(QListView *list);

    /// The row above the gap it stands at; −1 while it is hidden.
    [[nodiscard]] int rowAbove() const;
    /// Whether it shows at all.
    void setOffered(bool offered);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// A layer is wanted below this row.
    void insertRequested(int rowAbove);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QPoint pointer);

    QListView *m_list;
    int m_rowAbove = -1;
    bool m_isOffered = true;
};

} // namespace convscope
