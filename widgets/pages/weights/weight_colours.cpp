// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_colours.h"

#include "style/tokens.h"

#include <cmath>

namespace convscope {

namespace {

ValueRange rangeOf(double reach)
{
    // Where all is zero, zero is in the middle too.
    const float limit = reach > 0 ? static_cast<float>(reach) : 1;
    return {-limit, limit};
}

} // namespace

const Colormap &WeightColours::colormap()
{
    return *findColormap(tokens().isDark ? "berlin" : "vik");
}

WeightColours::WeightColours(double reach) : m_scale(rangeOf(reach), colormap(), false) {}

QRgb WeightColours::colour(float value) const
{
    return std::isfinite(value) ? m_scale.colour(value) : qRgb(0xFF, 0, 0xFF);
}

} // namespace convscope
