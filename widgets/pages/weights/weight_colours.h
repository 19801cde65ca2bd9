// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/colour_scale.h"

#include <QColor>

namespace convscope {

/// The colours of weights: diverging, zero in the middle and quiet. Follows the theme in force.
class WeightColours
{
public:
    /// From −reach to reach.
    explicit WeightColours(double reach);

    /// Magenta where the value is not finite.
    [[nodiscard]] QRgb colour(float value) const;
    /// vik, or berlin in the dark.
    [[nodiscard]] static const Colormap &colormap();

private:
    ColourScale m_scale;
};

} // namespace convscope
