// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QStringList>

namespace convscope {

/// What an action is made from.
struct CommandAction
{
    /// Its identity in saved keys, recent actions and tests: never shown, the same in every
    /// language and from version to version. "edit.undo"; actions of a page begin with its id.
    QString id;
    QString text;
    /// Default keys, as "Ctrl+Shift+Z".
    QStringList keys;
    /// Empty: none.
    QString icon;
    /// What it does, as a sentence; empty where its text says it.
    QString tip;
};

/// An action whose object name is the id. Its tool tip names its present key.
[[nodiscard]] QAction *makeAction(const CommandAction &command, QObject *parent);

/// The action's name, for lists of actions: the text it was made with, or what setActionTitle()
/// says. Its text may change (what is undone), the name does not.
[[nodiscard]] QString actionName(const QAction *action);
/// What it would do now, in words: its present text, or what setActionTitle() says.
[[nodiscard]] QString actionWords(const QAction *action);
/// For actions whose text alone does not say what they do where no menu stands above them.
void setActionTitle(QAction *action, const QString &title);

} // namespace convscope
