// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/render.h"
#include "visual/value_sweep.h"

#include <algorithm>
#include <cmath>

namespace convscope {

/// Values to colours: a range, a table and the hatch of values that are not finite.
class ColourScale
{
public:
    ColourScale(const ValueRange &range, const Colormap &colormap, bool inverted)
        : m_low(range.low), m_factor(factor(range, 256)), m_colours(colormap.colours)
    {
        if (inverted)
            std::reverse(m_colours.begin(), m_colours.end());
    }

    /// Not-a-number gets the first colour; the caller hatches it.
    [[nodiscard]] std::uint32_t colour(float value) const
    {
        return m_colours[static_cast<std::size_t>(level((value - m_low) * m_factor, 255.0F))];
    }

    /// A row of colours in vector instructions; returns whether all values are finite.
    bool colours(const float *values, std::int64_t count, std::uint32_t *out) const
    {
        return sweepColours(values, count, m_low, m_factor, m_colours.data(), out);
    }

    /// Levels per unit of value, huge where the range is empty: a step from the first to the last
    /// level.
    [[nodiscard]] static float factor(const ValueRange &range, int levels)
    {
        const double width = double(range.high) - double(range.low);
        return width > 0 ? float(std::clamp(levels / width, 1e-38, 1e38)) : 1e38F;
    }
    /// Clamped to 0…last, not-a-number to 0.
    [[nodiscard]] static int level(float scaled, float last)
    {
        const float above = scaled > 0 ? scaled : 0;
        return static_cast<int>(above < last ? above : last);
    }

private:
    float m_low;
    float m_factor;
    std::array<std::uint32_t, 256> m_colours;
};

/// Two of three diagonals magenta; a value whose left neighbour is finite always is, so that a
/// single one cannot hide in the black ones.
[[nodiscard]] inline std::uint32_t hatchColour(std::int64_t row, std::int64_t column,
                                               bool leftIsFinite)
{
    const bool black = !leftIsFinite && (row + column) % 3 == 2;
    return black ? 0xFF000000U : 0xFFFF00FFU;
}

} // namespace convscope
