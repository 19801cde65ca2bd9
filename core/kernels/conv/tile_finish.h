// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"

namespace convscope {

/// What happens to results on their way out of a tile.
struct TileFinish
{
    bool fusesRelu = false; ///< the tile applies the activation itself
    bool activates = false; ///< activateRun() is to follow
    /// The results are too large for the caches and no later step reads them: to be written past
    /// the caches where a tile's vectors are whole and aligned.
    bool mayStream = false;
};

[[nodiscard]] TileFinish tileFinish(const ConvArgs &args);

/// y = activation(y) over `cells` runs of `channels` values, `stride` apart.
void activateRun(const Elementwise &activation, float *values, std::int64_t cells,
                 std::int64_t stride, std::int64_t channels);

} // namespace convscope
