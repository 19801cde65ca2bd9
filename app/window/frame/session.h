// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "style/theme.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

namespace convscope {

/// What the window remembers from one start to the next, in the user's settings file. What its
/// pages keep stands in groups of their own.
struct Session
{
    QByteArray geometry;
    /// Empty where nobody moved the handles: the window's size decides.
    QList<int> bodySizes;
    QStringList recent; ///< files
    QStringList recentActions;
    /// Id of the active page.
    QString page;
    Theme::Mode theme = Theme::Mode::System;
    /// Empty: each layer with its fastest.
    QString kernel;
    /// Keys that differ from their defaults, by action, see KeyBindings::changes().
    QMap<QString, QStringList> keys;
    /// The tour has been offered.
    bool knowsTour = false;

    [[nodiscard]] static Session load();
    void save() const;
};

} // namespace convscope
