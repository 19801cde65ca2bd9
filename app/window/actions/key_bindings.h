// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QStringList>

class QAction;

namespace convscope {

/// Says that an action can be used on one page alone: actions of different pages may have the same
/// key.
void markPage(QAction *action, const QString &pageId);

/// Which action has which keys: their defaults, what a person made of them, and who may not have
/// what. Actions are known by their ids, which are their
/// object names.
class KeyBindings : public QObject
{
    Q_OBJECT

public:
    /// The keys that the actions have now are their defaults.
    explicit KeyBindings(const QList<QAction *> &actions, QObject *parent = nullptr);

    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    [[nodiscard]] QList<QKeySequence> defaults(const QAction *action) const;
    [[nodiscard]] bool isDefault(const QAction *action) const;

    /// A key of somebody who is no action, e.g. Alt+F of the menu File.
    void reserve(const QKeySequence &key, const QString &owner);

    // Each returns why it was refused, as a sentence; empty: done.
    /// The action's only key from now on.
    QString assign(QAction *action, const QKeySequence &key);
    /// One more key.
    QString add(QAction *action, const QKeySequence &key);
    /// Refused where another action has got one of the default keys.
    QString reset(QAction *action);

    void clear(QAction *action);
    void resetAll();

    /// Actions whose keys differ from their defaults, with their keys as text; a list may be empty.
    [[nodiscard]] QMap<QString, QStringList> changes() const;
    /// From an earlier session. Unknown actions, and keys that are refused, are left out.
    void restore(const QMap<QString, QStringList> &changes);

Q_SIGNALS:
    /// Some action has other keys.
    void changed();

private:
    [[nodiscard]] QString refusal(const QAction *action, const QKeySequence &key) const;
    void set(QAction *action, const QList<QKeySequence> &keys);

    QList<QAction *> m_actions;
    QHash<const QAction *, QList<QKeySequence>> m_defaults;
    QMap<QKeySequence, QString> m_reserved;
};

} // namespace convscope
