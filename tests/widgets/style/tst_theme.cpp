// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/theme.h"

#include "style/desktop_settings.h"
#include "style/tokens.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAsTheProgramDid();
    void changesPaletteAndTokens();
    void setsEveryRole();
    void readsThePortalsWords();
};

void TstTheme::startsAsTheProgramDid()
{
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(30, 30, 30));
    QApplication::setPalette(dark);
    const Theme theme(false);
    QVERIFY(theme.isDark());
    QVERIFY(tokens().isDark);
    QPalette light;
    light.setColor(QPalette::Window, QColor(240, 240, 240));
    QApplication::setPalette(light);
    QVERIFY(!Theme(false).isDark());
}

void TstTheme::changesPaletteAndTokens()
{
    QApplication::setPalette(Theme::palette(lightTokens()));
    Theme theme(false);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().window);
    QCOMPARE(tokens().text, darkTokens().text);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setMode(Theme::Mode::System);
    QCOMPARE(changed.count(), 2);
    QVERIFY(!theme.isDark());
}

void TstTheme::setsEveryRole()
{
    for (const Tokens &t : {lightTokens(), darkTokens()}) {
        const QPalette palette = Theme::palette(t);
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                if (role != QPalette::NoRole)
                    QVERIFY2(palette.isBrushSet(group, static_cast<QPalette::ColorRole>(role)),
                             qPrintable(QString::number(role)));
            }
        }
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), t.disabled);
        QCOMPARE(palette.color(QPalette::PlaceholderText), t.text2);
    }
}

void TstTheme::readsThePortalsWords()
{
    DesktopSettings settings;
    QList<ColorScheme> schemes;
    QList<bool> animations;
    connect(&settings, &DesktopSettings::colorSchemeRead, this,
            [&](ColorScheme scheme) { schemes << scheme; });
    connect(&settings, &DesktopSettings::animationsRead, this, [&](bool on) { animations << on; });
    const QString appearance = u"org.freedesktop.appearance"_s;
    settings.SettingChanged(appearance, u"color-scheme"_s, QDBusVariant(1u));
    settings.SettingChanged(appearance, u"color-scheme"_s,
                            QDBusVariant(QVariant::fromValue(QDBusVariant(2u))));
    settings.SettingChanged(appearance, u"color-scheme"_s, QDBusVariant(u"dark"_s));
    settings.SettingChanged(appearance, u"contrast"_s, QDBusVariant(1u));
    settings.SettingChanged(u"org.gnome.desktop.interface"_s, u"enable-animations"_s,
                            QDBusVariant(false));
    QCOMPARE(schemes, (QList<ColorScheme>{ColorScheme::Dark, ColorScheme::Light}));
    QCOMPARE(animations, QList<bool>{false});
}

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
