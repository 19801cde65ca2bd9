// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QKeyEvent;

namespace convscope {

class TestPage;
struct CommandAction;

/// What can be done on the Test page.
class TestActions : public QObject
{
    Q_OBJECT

public:
    explicit TestActions(TestPage *page);

    [[nodiscard]] const QList<QAction *> &list() const { return m_list; }
    /// The action that a key means while the focus is on the page though the window has the key for
    /// something else: F5, F8, Ctrl+S, Ctrl+Z, Del. Null: none.
    [[nodiscard]] QAction *ofKey(const QKeyEvent *event) const;
    /// Asks for files, or for a folder of them.
    void open();
    void openFolder();
    void saveAs();
    void chooseOracle(const QString &name);

private:
    QAction *add(const CommandAction &command, void (TestPage::*done)());
    QAction *make(const CommandAction &command);
    void addSeparator();
    void addOracles();
    /// A key of the page's own, which holds while the focus is there.
    void giveKey(const QKeySequence &key, QAction *action) { m_keys << std::pair(key, action); }

    TestPage *m_page;
    QList<QAction *> m_list;
    QList<std::pair<QKeySequence, QAction *>> m_keys;
    QActionGroup *m_oracles;
};

} // namespace convscope
