// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace convscope {

/// The colours of one theme, by role. A test checks the contrast of every pair that meets.
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
    /// Fill under the pointer, and of a control held down.
    QColor hover, pressed;
    bool isDark = false;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();

/// The tokens of the theme in force (set by Theme), light until then. GUI thread only.
[[nodiscard]] const Tokens &tokens();
/// For Theme alone: a change must be announced to the widgets.
void useDarkTokens(bool dark);

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance of sRGB).
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace convscope
