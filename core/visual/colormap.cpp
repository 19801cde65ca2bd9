// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/colormap.h"

#include "visual/colormap_tables.h"

#include <algorithm>

namespace convscope {

namespace {

ColourTable greyColours()
{
    ColourTable colours{};
    for (std::uint32_t i = 0; i < 256; ++i)
        colours[i] = 0xFF000000U | i << 16 | i << 8 | i;
    return colours;
}

} // namespace

std::span<const Colormap> colormaps()
{
    static const std::array<Colormap, 6> maps{{
        {"magma", false, kMagma},
        {"viridis", false, kViridis},
        {"gray", false, greyColours()},
        {"batlow", false, kBatlow},
        {"vik", true, kVik},
        {"berlin", true, kBerlin},
    }};
    return maps;
}

const Colormap *findColormap(std::string_view name)
{
    const auto maps = colormaps();
    const auto found = std::ranges::find(maps, name, &Colormap::name);
    return found == maps.end() ? nullptr : &*found;
}

} // namespace convscope
