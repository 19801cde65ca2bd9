// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPalette>

#include <memory>

namespace convscope {

class DesktopSettings;
enum class ColorScheme : int;
struct Tokens;

/// Light or dark, and what decides it. One object, made after the QApplication and before any
/// window: it sets the application's palette and the tokens in force, now and whenever either
/// changes.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode
    {
        System,
        Light,
        Dark
    };

    /// `followDesktop` false: System means the palette the program started with (tests).
    explicit Theme(bool followDesktop, QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// Whether the desktop wants motion; true until it says otherwise.
    [[nodiscard]] bool hasAnimations() const { return m_animations; }

    /// Every role, for Active, Inactive and Disabled.
    [[nodiscard]] static QPalette palette(const Tokens &tokens);

Q_SIGNALS:
    /// Palette and tokens have changed; painted widgets get a PaletteChange event as well.
    void changed();
    void animationsChanged(bool enabled);

private:
    void apply();
    void setDesktopScheme(ColorScheme scheme);

    std::unique_ptr<DesktopSettings> m_desktop;
    Mode m_mode = Mode::System;
    bool m_startedDark = false;
    bool m_desktopDark = false;
    bool m_dark = false;
    bool m_animations = true;
};

} // namespace convscope
