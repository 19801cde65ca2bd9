// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QAction;
class QLabel;
class QToolButton;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace convscope {

class KeyBindings;
class KeyField;
class SearchField;
class TokenLabel;

/// Help → Keyboard: every action with its keys, searchable, and other keys for them. Keys that
/// belong to one view are listed too and stay.
class ShortcutList : public QDialog
{
    Q_OBJECT

public:
    /// `keys` must outlive the dialog.
    ShortcutList(KeyBindings *keys, QWidget *parent);

private:
    /// What the next key becomes.
    enum class Taking
    {
        Nothing,
        OnlyKey,
        OneMoreKey
    };

    void buildLayout();
    void fill();
    void filter(const QString &text);
    void updateRow(QTreeWidgetItem *item);
    void updateRows();
    /// The field, the sentence under it and the buttons, for the current row.
    void updateEditor();
    void start(Taking taking);
    void take(const QKeySequence &key);
    void stop();
    void say(const QString &sentence, bool isRefusal);
    [[nodiscard]] QAction *actionOf(const QTreeWidgetItem *item) const;

    KeyBindings *m_keys;
    SearchField *m_search;
    QTreeWidget *m_list;
    TokenLabel *m_name;
    KeyField *m_field;
    TokenLabel *m_sentence;
    QPushButton *m_change, *m_add, *m_remove, *m_reset, *m_resetAll;
    Taking m_taking = Taking::Nothing;
};

} // namespace convscope
