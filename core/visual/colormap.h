// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace convscope {

/// A table of 256 colours, 0xAARRGGBB with alpha 255.
struct Colormap
{
    std::string_view name;
    /// Centred at zero: low and high colours stand for signs.
    bool isDiverging = false;
    std::array<std::uint32_t, 256> colours{};
};

/// magma, viridis, gray, batlow (sequential), vik, berlin (diverging).
[[nodiscard]] std::span<const Colormap> colormaps();
/// nullptr where unknown.
[[nodiscard]] const Colormap *findColormap(std::string_view name);

} // namespace convscope
