// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/move/rearrange.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"
#include "layers/spatial_layer.h"

// What Cropping and ZeroPadding layers share: cells before and after each spatial axis.

namespace convscope {

/// One number per axis of the tensor (0 for batch and channels): side 0 before, 1 after.
template <std::size_t N>
[[nodiscard]] Extents borders(const Pairs<N> &pairs, DataFormat format, std::size_t side)
{
    Extents extents(N + 2, 0);
    for (std::size_t i = 0; i < N; ++i)
        extents[static_cast<std::size_t>(spatialAxis(format)) + i] = pairs[i][side];
    return extents;
}

template <std::size_t N>
[[nodiscard]] PairList pairList(const Pairs<N> &pairs)
{
    return PairList(pairs.begin(), pairs.end());
}

/// "0, 7, 6" where both sides are equal, "1 + 2, 0" where not; along one axis both sides, "8, 0".
[[nodiscard]] Words borderBrief(const PairList &pairs);

} // namespace convscope
