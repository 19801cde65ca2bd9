// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/command_action.h"

#include "controls/key_rules.h"
#include "style/themed_icon.h"

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *kName = "name";
constexpr const char *kTitle = "title";

/// Label and key, then the sentence: "Undo kernel_size 3 → 5 (Ctrl+Z)".
void updateTip(QAction *action, const QString &sentence)
{
    QString tip = action->text();
    if (!action->shortcut().isEmpty())
        tip += u" (%1)"_s.arg(keyText(action->shortcut()));
    action->setToolTip(sentence.isEmpty() ? tip : tip + u'\n' + sentence);
}

} // namespace

QAction *makeAction(const CommandAction &command, QObject *parent)
{
    auto *action = new QAction(command.text, parent);
    action->setObjectName(command.id);
    action->setProperty(kName, command.text);
    QList<QKeySequence> keys;
    for (const QString &key : command.keys)
        keys << QKeySequence(key);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!command.icon.isEmpty())
        action->setIcon(themedIcon(command.icon));
    updateTip(action, command.tip);
    QObject::connect(action, &QAction::changed, action,
                     [action, tip = command.tip] { updateTip(action, tip); });
    return action;
}

QString actionName(const QAction *action)
{
    const QVariant title = action->property(kTitle);
    return (title.isValid() ? title : action->property(kName)).toString();
}

QString actionWords(const QAction *action)
{
    const QVariant title = action->property(kTitle);
    return title.isValid() ? title.toString() : action->text();
}

void setActionTitle(QAction *action, const QString &title)
{
    action->setProperty(kTitle, title);
}

} // namespace convscope
