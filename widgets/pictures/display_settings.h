// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/render.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <optional>

namespace convscope {

/// Who shares the range of values that the colours stand for.
enum class RangeScope
{
    Map,
    Layer,
    All,
    Fixed
};

/// How maps are drawn; the same for every layer.
struct DisplaySettings
{
    /// Empty: follow the theme and the values (magma, or vik/berlin where a map has both signs).
    QString colormap;
    bool inverted = false;
    RangeScope scope = RangeScope::Layer;
    /// The range of scope Fixed.
    ValueRange fixed;
    /// Ends that were set by hand in the other scopes; the other end is the scope's.
    std::optional<float> low;
    std::optional<float> high;
    /// Share of the values that the automatic range shows.
    double share = 0.996;

    /// A range of the scope with the ends that were set by hand; never empty.
    [[nodiscard]] ValueRange withEnds(ValueRange range) const
    {
        if (scope == RangeScope::Fixed)
            return range;
        range.low = low.value_or(range.low);
        range.high = high.value_or(range.high);
        if (!(range.high > range.low) && (low || high)) {
            constexpr float kFarther = 1e-3F;
            const float least = std::max(std::abs(range.low), 1.0F) * kFarther;
            if (high)
                range.low = range.high - least;
            else
                range.high = range.low + least;
        }
        return range;
    }

    bool operator==(const DisplaySettings &) const = default;
};

} // namespace convscope
