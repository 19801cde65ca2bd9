// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "widgets/views/sample_maps.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace convscope::samples {

namespace {

double ring(double y, double x, double centreY, double centreX, double radius)
{
    const double distance = std::hypot(y - centreY, (x - centreX) * 1.1);
    return std::exp(-std::pow((distance - radius) / (0.12 * radius), 2)) -
           0.8 * std::exp(-std::pow(distance / (0.6 * radius), 2));
}

} // namespace

Plane photo(std::int64_t rows, std::int64_t columns)
{
    return plane(rows, columns, [&](std::int64_t row, std::int64_t column) {
        const double y = static_cast<double>(row) / static_cast<double>(rows);
        const double x = static_cast<double>(column) / static_cast<double>(rows);
        const double fur = 0.12 * std::sin(90 * y + 9 * std::sin(8 * x)) *
                           std::sin(31 * x - 11 * std::sin(5 * y)) * (0.4 + y);
        const double light = 0.45 + 0.25 * std::sin(2.2 * x + 0.7) * std::cos(2.6 * y);
        const double eyes = ring(y, x, 0.42, 0.55, 0.16) + ring(y, x, 0.46, 1.12, 0.13);
        return static_cast<float>(std::clamp(light + fur + 0.4 * eyes, 0.0, 1.0));
    });
}

Plane edges(const Plane &photo, int direction)
{
    const double angle = direction * std::numbers::pi / 8;
    const auto at = [&](std::int64_t row, std::int64_t column) {
        return static_cast<double>(
            photo.at(std::clamp<std::int64_t>(row, 0, photo.rows - 1),
                     std::clamp<std::int64_t>(column, 0, photo.columns - 1)));
    };
    return plane(photo.rows, photo.columns, [&](std::int64_t row, std::int64_t column) {
        const double down = at(row + 1, column) - at(row - 1, column);
        const double right = at(row, column + 1) - at(row, column - 1);
        const double slope = 6 * (std::cos(angle) * right + std::sin(angle) * down);
        return static_cast<float>(std::max(0.0, slope));
    });
}

QImage picture(const Plane &plane, const ValueRange &range, std::string_view colormap)
{
    QImage image(static_cast<int>(plane.columns), static_cast<int>(plane.rows),
                 QImage::Format_RGB32);
    render(plane, range, *findColormap(colormap), false,
           {reinterpret_cast<std::uint32_t *>(image.bits()),
            static_cast<std::size_t>(plane.rows * plane.columns)});
    return image;
}

} // namespace convscope::samples
