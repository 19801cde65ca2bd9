// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace convscope {

/// The colours of one theme, by role. Values and contrasts: a test checks every pair.
struct Tokens
{
    QColor window, surface, sunken;
    QColor line, control, track;
    QColor text, text2, disabled;
    QColor accent, onAccent, accentText, accentSoft;
    QColor error, errorSoft;
    QColor warning, warningSoft;
    QColor passed, passedSoft;
    QColor plus, minus;
    bool isDark = false;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();

/// The tokens of the theme in force (set by Theme).
[[nodiscard]] const Tokens &tokens();

} // namespace convscope
