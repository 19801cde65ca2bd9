// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/session.h"

#include <QSettings>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<int> integers(const QVariant &value)
{
    QList<int> numbers;
    for (const QVariant &item : value.toList())
        numbers << item.toInt();
    return numbers;
}

QVariantList variants(const QList<int> &numbers)
{
    QVariantList list;
    for (const int n : numbers)
        list << n;
    return list;
}

} // namespace

Session Session::load()
{
    QSettings settings;
    Session session;
    session.geometry = settings.value(u"window/geometry"_s).toByteArray();
    session.bodySizes = integers(settings.value(u"window/body"_s));
    session.recent = settings.value(u"files/recent"_s).toStringList();
    session.recentActions = settings.value(u"window/actions"_s).toStringList();
    session.page = settings.value(u"window/page"_s).toString();
    const int theme = settings.value(u"window/theme"_s, 0).toInt();
    if (theme >= static_cast<int>(Theme::Mode::System) &&
        theme <= static_cast<int>(Theme::Mode::Dark))
        session.theme = static_cast<Theme::Mode>(theme);
    session.kernel = settings.value(u"compute/kernel"_s).toString();
    session.knowsTour = settings.value(u"window/tour"_s, false).toBool();
    settings.beginGroup(u"keys"_s);
    for (const QString &action : settings.childKeys())
        session.keys.insert(action, settings.value(action).toStringList());
    return session;
}

void Session::save() const
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, geometry);
    settings.setValue(u"window/body"_s, variants(bodySizes));
    settings.setValue(u"files/recent"_s, recent);
    settings.setValue(u"window/actions"_s, recentActions);
    settings.setValue(u"window/page"_s, page);
    settings.setValue(u"compute/kernel"_s, kernel);
    settings.setValue(u"window/theme"_s, static_cast<int>(theme));
    settings.setValue(u"window/tour"_s, knowsTour);
    settings.remove(u"keys"_s);
    settings.beginGroup(u"keys"_s);
    for (auto key = keys.begin(); key != keys.end(); ++key)
        settings.setValue(key.key(), key.value());
}

} // namespace convscope
