// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace convscope {

/// A kernel position's colour: the hue names its column, the lightness its row. Even steps for the
/// eye (OKLCH), so that all of a 7×7 kernel are told apart; from the ninth column on the hues come
/// again, paler. Lighter on dark.
[[nodiscard]] QColor tapColour(int row, int column, int rows, bool isDark);
/// In the present theme.
[[nodiscard]] QColor tapColour(int row, int column, int rows);

} // namespace convscope
