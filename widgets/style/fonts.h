// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace convscope {

/// Every size and face of the window. Mono faces are for whatever changes or aligns: numbers,
/// shapes, Keras names (the digits of the text face differ in width).
enum class FontRole
{
    Caption,        ///< 11: captions, notes
    Small,          ///< 12: section rows, quiet labels
    Text,           ///< 13
    Title,          ///< 13 semibold
    InspectorTitle, ///< 15 semibold
    MonoCaption,    ///< 11 mono: Keras names under titles
    Number,         ///< 12 mono: fields, shapes, formulas
    Result,         ///< 18 mono
};

/// Chooses the faces (Inter, JetBrains Mono, or what the system has), takes the factor from the
/// system font and makes Text the application's font. Once, after the QApplication.
void setUpFonts();

/// System point size ÷ 10, kept within 1 and 2.5 (nothing is drawn smaller
/// than 11): every text size is multiplied by it.
[[nodiscard]] double fontFactor();
/// For tests and screenshots that must not depend on the machine's font.
void setFontFactor(double factor);

[[nodiscard]] QFont font(FontRole role);

/// A control's height that goes with the text: `pixels` at factor 1, never less.
[[nodiscard]] int scaledHeight(int pixels);

} // namespace convscope
