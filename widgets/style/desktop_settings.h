// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace convscope {

/// The portal's own numbers.
enum class ColorScheme : int
{
    NoPreference = 0,
    Dark = 1,
    Light = 2
};

/// What the desktop portal (org.freedesktop.portal.Settings) says about looks. Asks without
/// waiting; says nothing where there is no portal. Source: XDG Desktop Portal, "Settings".
class DesktopSettings : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSettings(QObject *parent = nullptr);

    /// Subscribes to changes and asks for the present values.
    void start();

public Q_SLOTS:
    /// The portal's signal of the same name; unknown keys and wrong types are ignored.
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

Q_SIGNALS:
    void colorSchemeRead(convscope::ColorScheme scheme);
    void animationsRead(bool enabled);

private:
    void ask(const QString &group, const QString &key);
};

} // namespace convscope
