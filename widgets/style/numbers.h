// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/shape.h"

#include <QString>

namespace convscope {

// Numbers as people read them: groups of three parted by a thin space, a true minus, a space before
// the unit. Not translated and the same in every locale, like the Keras names beside them.

/// 12 816; −1 216.
[[nodiscard]] QString integerText(qint64 value);
/// 1 216 below a million, then 162.4 M, 273.5 M, 1.2 G.
[[nodiscard]] QString countText(qint64 value);
/// 8.26 MiB, 512 B: three significant digits, powers of 1024.
[[nodiscard]] QString bytesText(qint64 bytes);
/// 0.04 ms, 1.5 ms, 240 ms, 1.25 s, 2 min 5 s.
[[nodiscard]] QString durationText(double seconds);
/// Of a guess, which has no more than one or two digits: 30 ms, 0.3 s, 6 s, 25 s, 2 min, 3 h.
[[nodiscard]] QString roughDurationText(double seconds);
/// A tensor's value with `significant` digits (4 to 9): 1.3864, −0.0159, 1.2e−7, NaN, ∞.
[[nodiscard]] QString valueText(double value, int significant = 5);
/// As valueText, with + before positive values.
[[nodiscard]] QString signedValueText(double value, int significant = 5);
/// "300 × 451 × 16": extents in the tensor's order, the batch left out while it is 1 or unknown,
/// "?" for unknown extents. The second form is set tight, "300×451×16", for cards and the ribbon.
[[nodiscard]] QString shapeText(const Shape &shape);
[[nodiscard]] QString tightShapeText(const Shape &shape);
/// "300 by 451 by 16", for screen readers.
[[nodiscard]] QString spokenShape(const Shape &shape);

} // namespace convscope
