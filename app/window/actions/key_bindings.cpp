// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/actions/key_bindings.h"

#include "controls/command_action.h"
#include "controls/key_rules.h"

#include <QAction>

namespace convscope {

namespace {

constexpr const char *kPage = "page";

/// Its name without the dots that announce a question.
QString nameOf(const QAction *action)
{
    const QString name = actionName(action);
    return name.endsWith(u'…') ? name.chopped(1) : name;
}

/// Never at the same time.
bool areOfDifferentPages(const QAction *a, const QAction *b)
{
    const QVariant page = a->property(kPage);
    const QVariant other = b->property(kPage);
    return page.isValid() && other.isValid() && page != other;
}

} // namespace

void markPage(QAction *action, const QString &pageId)
{
    action->setProperty(kPage, pageId);
}

KeyBindings::KeyBindings(const QList<QAction *> &actions, QObject *parent)
    : QObject(parent), m_actions(actions)
{
    for (const QAction *action : m_actions)
        m_defaults.insert(action, action->shortcuts());
}

QList<QKeySequence> KeyBindings::defaults(const QAction *action) const
{
    return m_defaults.value(action);
}

bool KeyBindings::isDefault(const QAction *action) const
{
    return action->shortcuts() == m_defaults.value(action);
}

void KeyBindings::reserve(const QKeySequence &key, const QString &owner)
{
    if (!key.isEmpty())
        m_reserved.insert(key, owner);
}

QString KeyBindings::refusal(const QAction *action, const QKeySequence &key) const
{
    if (const QString reason = keyRefusal(key); !reason.isEmpty())
        return tr("%1: %2").arg(keyText(key), reason);
    for (const QAction *other : m_actions)
        if (other != action && !areOfDifferentPages(action, other) &&
            other->shortcuts().contains(key))
            return tr("%1 belongs to %2.").arg(keyText(key), nameOf(other));
    if (const auto owner = m_reserved.find(key); owner != m_reserved.end())
        return tr("%1 belongs to %2.").arg(keyText(key), *owner);
    return {};
}

void KeyBindings::set(QAction *action, const QList<QKeySequence> &keys)
{
    if (action->shortcuts() == keys)
        return;
    action->setShortcuts(keys);
    Q_EMIT changed();
}

QString KeyBindings::assign(QAction *action, const QKeySequence &key)
{
    const QString reason = refusal(action, key);
    if (reason.isEmpty())
        set(action, {key});
    return reason;
}

QString KeyBindings::add(QAction *action, const QKeySequence &key)
{
    const QString reason = refusal(action, key);
    QList<QKeySequence> keys = action->shortcuts();
    if (reason.isEmpty() && !keys.contains(key))
        set(action, keys << key);
    return reason;
}

QString KeyBindings::reset(QAction *action)
{
    const QList<QKeySequence> keys = defaults(action);
    for (const QKeySequence &key : keys)
        if (const QString reason = refusal(action, key); !reason.isEmpty())
            return reason;
    set(action, keys);
    return {};
}

void KeyBindings::clear(QAction *action)
{
    set(action, {});
}

void KeyBindings::resetAll()
{
    for (QAction *action : m_actions)
        action->setShortcuts(m_defaults.value(action));
    Q_EMIT changed();
}

QMap<QString, QStringList> KeyBindings::changes() const
{
    QMap<QString, QStringList> changes;
    for (const QAction *action : m_actions) {
        if (isDefault(action))
            continue;
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys << key.toString(QKeySequence::PortableText);
        changes.insert(action->objectName(), keys);
    }
    return changes;
}

void KeyBindings::restore(const QMap<QString, QStringList> &changes)
{
    // Two actions may have swapped their keys: first all give theirs away.
    for (QAction *action : m_actions)
        action->setShortcuts(changes.contains(action->objectName()) ? QList<QKeySequence>{}
                                                                    : m_defaults.value(action));
    for (QAction *action : m_actions)
        for (const QString &text : changes.value(action->objectName()))
            add(action, QKeySequence(text, QKeySequence::PortableText));
    Q_EMIT changed();
}

} // namespace convscope
