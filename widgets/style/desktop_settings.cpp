// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/desktop_settings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kAppearance = u"org.freedesktop.appearance"_s;
const QString kColorScheme = u"color-scheme"_s;
const QString kGnome = u"org.gnome.desktop.interface"_s;
const QString kAnimations = u"enable-animations"_s;

} // namespace

DesktopSettings::DesktopSettings(QObject *parent) : QObject(parent) {}

void DesktopSettings::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(SettingChanged(QString, QString, QDBusVariant)));
    ask(kAppearance, kColorScheme);
    ask(kGnome, kAnimations);
}

void DesktopSettings::ask(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call << group << key;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            SettingChanged(group, key, reply.value());
        watcher->deleteLater();
    });
}

void DesktopSettings::SettingChanged(const QString &group, const QString &key,
                                     const QDBusVariant &value)
{
    QVariant plain = value.variant();
    // "Read" wraps its answer twice, the signal once.
    while (plain.canConvert<QDBusVariant>())
        plain = plain.value<QDBusVariant>().variant();
    if (group == kAppearance && key == kColorScheme) {
        bool isNumber = false;
        const uint scheme = plain.toUInt(&isNumber);
        if (isNumber)
            Q_EMIT colorSchemeRead(scheme == 1   ? ColorScheme::Dark
                                   : scheme == 2 ? ColorScheme::Light
                                                 : ColorScheme::NoPreference);
    } else if (group == kGnome && key == kAnimations && plain.userType() == QMetaType::Bool) {
        Q_EMIT animationsRead(plain.toBool());
    }
}

} // namespace convscope
