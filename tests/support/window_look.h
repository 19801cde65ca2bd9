// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "style/convscope_style.h"
#include "style/focus_ring.h"
#include "style/fonts.h"
#include "style/theme.h"

#include <QApplication>

namespace convscope {

/// The window's style, fonts and theme for tests that look at widgets; the size of the machine's
/// font plays no part.
class WindowLook
{
public:
    WindowLook()
    {
        setUpFonts();
        setFontFactor(1);
        QApplication::setStyle(new ConvScopeStyle);
        setUpFocusRing(*qApp);
        m_theme.setMode(Theme::Mode::Light);
    }

    [[nodiscard]] Theme &theme() { return m_theme; }

private:
    Theme m_theme{false};
};

} // namespace convscope
