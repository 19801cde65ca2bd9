// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"
#include "tensor/tensor.h"
#include "visual/render.h"

#include <cstdint>
#include <span>
#include <vector>

namespace convscope {

/// One map (channel) of a layer's output, over all batch entries and places.
struct MapStatistics
{
    float minimum = 0;
    float maximum = 0;
    double mean = 0;
    double standardDeviation = 0;
    /// Mean of the squares.
    double energy = 0;
    std::int64_t count = 0;
    std::int64_t zeros = 0;
    std::int64_t nonfinite = 0;
    /// Values equal to the maximum.
    std::int64_t atMaximum = 0;
    /// First map with the very same values, or −1.
    std::int64_t sameAs = -1;

    /// The same value everywhere.
    [[nodiscard]] bool isDead() const { return count > 0 && nonfinite == 0 && minimum == maximum; }
    /// More than a twentieth of the values sit at the maximum without the map being dead.
    [[nodiscard]] bool isSaturated() const { return !isDead() && atMaximum * 20 > count; }
};

/// One entry per channel of a tensor of rank ≥ 2. In parallel; one pass, or two where hashes
/// collide.
[[nodiscard]] std::vector<MapStatistics> mapStatistics(const Tensor &tensor, DataFormat format);

/// The distribution of the values of all maps together, from statistics of the same tensor: one
/// pass.
[[nodiscard]] Distribution distribution(const Tensor &tensor,
                                        std::span<const MapStatistics> statistics);

/// Pearson's correlation of every map with map `channel`, −1 … 1; 0 where a map is constant or
/// holds values that are not finite. 1 for the map itself.
[[nodiscard]] std::vector<double> mapSimilarity(const Tensor &tensor, DataFormat format,
                                                std::int64_t channel);

} // namespace convscope
