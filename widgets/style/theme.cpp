// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/theme.h"

#include "style/desktop_settings.h"
#include "style/tokens.h"

#include <QApplication>
#include <QToolTip>

namespace convscope {

Theme::Theme(bool followDesktop, QObject *parent)
    : QObject(parent), m_desktop(std::make_unique<DesktopSettings>())
{
    const QPalette start = QApplication::palette();
    m_startedDark = contrastRatio(start.color(QPalette::Window), Qt::white) >
                    contrastRatio(start.color(QPalette::Window), Qt::black);
    m_desktopDark = m_startedDark;
    m_dark = m_desktopDark;
    apply();
    connect(m_desktop.get(), &DesktopSettings::colorSchemeRead, this, &Theme::setDesktopScheme);
    connect(m_desktop.get(), &DesktopSettings::animationsRead, this, [this](bool enabled) {
        if (enabled == m_animations)
            return;
        m_animations = enabled;
        Q_EMIT animationsChanged(enabled);
    });
    if (followDesktop)
        m_desktop->start();
}

Theme::~Theme() = default;

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    const bool dark = mode == Mode::Dark || (mode == Mode::System && m_desktopDark);
    if (dark == m_dark)
        return;
    m_dark = dark;
    apply();
    Q_EMIT changed();
}

void Theme::setDesktopScheme(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::NoPreference:
        m_desktopDark = m_startedDark;
        break;
    case ColorScheme::Dark:
        m_desktopDark = true;
        break;
    case ColorScheme::Light:
        m_desktopDark = false;
        break;
    }
    setMode(m_mode);
}

void Theme::apply()
{
    useDarkTokens(m_dark);
    const QPalette colours = palette(tokens());
    QApplication::setPalette(colours);
    QToolTip::setPalette(colours);
}

QPalette Theme::palette(const Tokens &t)
{
    const QColor shadow = t.isDark ? QColor(0, 0, 0) : QColor(0x50, 0x56, 0x5C);
    QPalette palette;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const bool off = group == QPalette::Disabled;
        const QColor &ink = off ? t.disabled : t.text;
        const auto set = [&](QPalette::ColorRole role, const QColor &colour) {
            palette.setColor(group, role, colour);
        };
        set(QPalette::Window, t.window);
        set(QPalette::WindowText, ink);
        set(QPalette::Base, off ? t.window : t.surface);
        set(QPalette::AlternateBase, t.window);
        set(QPalette::Text, ink);
        set(QPalette::PlaceholderText, off ? t.disabled : t.text2);
        set(QPalette::Button, t.surface);
        set(QPalette::ButtonText, ink);
        set(QPalette::BrightText, t.error);
        set(QPalette::Highlight, off ? t.track : t.accent);
        set(QPalette::HighlightedText, off ? t.text2 : t.onAccent);
        set(QPalette::Link, t.accentText);
        set(QPalette::LinkVisited, t.accentText);
        set(QPalette::ToolTipBase, t.text);
        set(QPalette::ToolTipText, t.window);
        set(QPalette::Light, t.surface);
        set(QPalette::Midlight, t.line);
        set(QPalette::Mid, t.control);
        set(QPalette::Dark, t.control);
        set(QPalette::Shadow, shadow);
    }
    return palette;
}

} // namespace convscope
