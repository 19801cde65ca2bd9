// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/tensor.h"
#include "weights_edit/weight_layout.h"

#include <array>
#include <stop_token>
#include <vector>

namespace convscope {

/// Two filters of which one stands for the other.
struct FilterTwins
{
    std::int64_t first = 0;
    std::int64_t second = 0;
    /// Norm of the difference ÷ the larger norm.
    double distance = 0;

    bool operator==(const FilterTwins &) const = default;
};

/// Bins of a weight's histogram: an odd number, so that one has zero in its middle.
inline constexpr std::size_t kWeightBins = 65;

/// What the values of a weight are like.
struct WeightStatistics
{
    double smallest = 0;
    double largest = 0;
    double mean = 0;
    double standardDeviation = 0;
    std::int64_t count = 0;
    std::int64_t zeros = 0;
    std::int64_t nonfinite = 0;
    /// Largest magnitude: the histogram reaches from −reach to reach.
    double reach = 0;
    std::array<std::int64_t, kWeightBins> bins{};

    // One entry per filter.
    std::vector<double> norms;
    /// Largest magnitude of its values.
    std::vector<double> reaches;
    /// Filters whose values are all 0, ascending.
    std::vector<std::int64_t> zeroFilters;
    /// Nearly the same, ascending; each filter that has twins once per twin, at most kMostTwins.
    std::vector<FilterTwins> twins;
    /// False: there are too many to compare them all.
    bool comparesAll = true;
};

/// Filters are nearly the same where they differ by at most a twentieth of the larger one's norm.
inline constexpr double kTwinDistance = 0.05;
inline constexpr std::size_t kMostTwins = 200;

/// Two passes over the values, and filters compared in pairs where that is some 10⁹ steps at most.
/// "cancelled".
[[nodiscard]] Result<WeightStatistics> weightStatistics(const Tensor &weight,
                                                        const WeightLayout &layout,
                                                        const std::stop_token &stop = {});

} // namespace convscope
