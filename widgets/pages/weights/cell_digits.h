// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace convscope {

/// A value for a cell with room for so many characters, signed and as exact as they allow:
/// "+0.108", "+.11"; empty where a sign and two digits have no room.
[[nodiscard]] QString cellDigits(float value, int characters);

/// The double with the fewest digits that is this float: for fields, 0.1 instead of
/// 0.10000000149011612.
[[nodiscard]] double shortest(float value);

} // namespace convscope
