// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QMenuBar;

namespace convscope {

class Actions;
class CommandButton;

/// The top line of the window: menus at the left, undo, redo and the action finder at the right. In
/// a narrow window the finder shrinks to its icon.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(Actions *actions, QWidget *parent = nullptr);

    [[nodiscard]] QMenuBar *menuBar() const { return m_menuBar; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QMenuBar *m_menuBar;
    CommandButton *m_find;
    QWidget *m_findIcon;
};

} // namespace convscope
