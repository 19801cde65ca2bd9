// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace convscope {

/// 0xFFRRGGBB from the lowest value to the highest.
using ColourTable = std::array<std::uint32_t, 256>;

extern const ColourTable kMagma;
extern const ColourTable kViridis;
extern const ColourTable kBatlow;
extern const ColourTable kVik;
extern const ColourTable kBerlin;

} // namespace convscope
