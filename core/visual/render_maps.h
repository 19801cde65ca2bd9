// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/render.h"

#include <span>

namespace convscope {

/// One map of many that are scaled together: its channel, its range, and where its colours go.
struct MapTile
{
    std::int64_t channel = 0;
    ValueRange range;
    std::span<std::uint32_t> pixels;
};

/// What renderScaled() gives for every tile, at the cost of one pass over the tensor where the
/// channels lie together.
void renderMapsScaled(const Tensor &tensor, DataFormat format, std::int64_t batch,
                      std::int64_t slice, std::span<const MapTile> tiles, const Colormap &colormap,
                      bool inverted, std::int64_t outRows, std::int64_t outColumns);

} // namespace convscope
