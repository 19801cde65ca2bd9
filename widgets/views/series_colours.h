// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace convscope {

/// Colours of lines and channels, told apart by people with colour deficiencies too; from the
/// seventh on they repeat with another dash. Red, green and blue inputs are the first three.
[[nodiscard]] QColor seriesColour(int index);
[[nodiscard]] Qt::PenStyle seriesDash(int index);

} // namespace convscope
