// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/tap_colours.h"

#include "style/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace convscope {

namespace {

/// Blue, orange, magenta, green, violet; then red, yellow-green and cyan between them.
constexpr std::array kTapHues{240.0, 65.0, 345.0, 150.0, 295.0, 25.0, 110.0, 195.0};
constexpr double kTapChroma = 0.16;
/// Of each further round of hues.
constexpr double kPaler = 0.4;

/// Linear red, green and blue of an OKLCH colour (Ottosson 2020).
std::array<double, 3> linearOf(double lightness, double chroma, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const double a = chroma * std::cos(angle);
    const double b = chroma * std::sin(angle);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool isShown(const std::array<double, 3> &linear)
{
    return std::all_of(linear.begin(), linear.end(),
                       [](double part) { return part >= 0 && part <= 1; });
}

float encoded(double linear)
{
    const double part = std::clamp(linear, 0.0, 1.0);
    return static_cast<float>(part <= 0.0031308 ? 12.92 * part
                                                : 1.055 * std::pow(part, 1 / 2.4) - 0.055);
}

} // namespace

QColor tapColour(int row, int column, int rows, bool isDark)
{
    const double low = isDark ? 0.46 : 0.38;
    const double high = isDark ? 0.86 : 0.79;
    const double share = rows < 2 ? 0.5 : static_cast<double>(row) / (rows - 1);
    const double lightness = low + (high - low) * share;
    const int hues = static_cast<int>(kTapHues.size());
    const double hue = kTapHues[static_cast<std::size_t>(column % hues)];
    double chroma = kTapChroma * std::pow(kPaler, column / hues);
    // As strong as the screen can show it.
    std::array<double, 3> linear = linearOf(lightness, chroma, hue);
    while (chroma > 0 && !isShown(linear)) {
        chroma -= 0.004;
        linear = linearOf(lightness, std::max(chroma, 0.0), hue);
    }
    return QColor::fromRgbF(encoded(linear[0]), encoded(linear[1]), encoded(linear[2]));
}

QColor tapColour(int row, int column, int rows)
{
    return tapColour(row, column, rows, tokens().isDark);
}

} // namespace convscope
