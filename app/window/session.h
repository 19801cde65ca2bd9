// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluation/display_settings.h"
#include "style/theme.h"
#include "views/feature_map_view.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

namespace convscope {

/// What the window remembers from one start to the next. Kept in the user's settings file.
struct Session
{
    QByteArray geometry;
    /// Empty where nobody moved the handles: the window's size decides.
    QList<int> bodySizes;
    QList<int> exploreSizes;
    QStringList recent; ///< files
    QStringList recentActions;
    DisplaySettings display;
    Theme::Mode theme = Theme::Mode::System;
    FeatureMapView::WheelMode wheel = FeatureMapView::WheelMode::Zoom;
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
