// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/render.h"

#include <QString>

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
    /// Share of the values that the automatic range shows.
    double share = 0.996;

    bool operator==(const DisplaySettings &) const = default;
};

} // namespace convscope
