// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace convscope {

/// Help → Keyboard: every key with what it does, searchable.
class ShortcutList : public QDialog
{
    Q_OBJECT

public:
    /// Reads texts and keys of the actions; adds the keys that belong to one view.
    ShortcutList(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace convscope
