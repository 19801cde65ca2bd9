// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/upsample_weights.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace convscope {

namespace {

double cubic(double x)
{
    if (x >= 2)
        return 0;
    return x >= 1 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : (1.5 * x - 2.5) * x * x + 1;
}

double lanczos(double x, double radius)
{
    if (x > radius)
        return 0;
    const double pi = std::numbers::pi;
    return x > 1e-3 ? radius * std::sin(pi * x) * std::sin(pi * x / radius) / (pi * pi * x * x) : 1;
}

AxisTaps nearestTap(std::int64_t o, std::int64_t factor)
{
    AxisTaps tap{o / factor, {}};
    tap.weights.add(1);
    return tap;
}

AxisTaps legacyTaps(std::int64_t o, std::int64_t n, std::int64_t factor)
{
    const std::int64_t i = o / factor;
    const double t = static_cast<double>(o % factor) / static_cast<double>(factor);
    AxisTaps taps{i, {}};
    taps.weights.add(i + 1 < n ? 1 - t : 1);
    if (i + 1 < n)
        taps.weights.add(t);
    return taps;
}

AxisTaps centredTaps(Interpolation interpolation, std::int64_t o, std::int64_t n,
                     std::int64_t factor)
{
    const double u = (static_cast<double>(o) + 0.5) / static_cast<double>(factor) - 0.5;
    const auto below = static_cast<std::int64_t>(std::floor(u));
    const std::int64_t radius = interpolationRadius(interpolation);
    AxisTaps taps;
    taps.first = std::max<std::int64_t>(below - radius + 1, 0);
    const std::int64_t last = std::min(below + radius, n - 1);
    double sum = 0;
    for (std::int64_t i = taps.first; i <= last; ++i) {
        const double weight =
            interpolationWeight(interpolation, std::abs(u - static_cast<double>(i)));
        taps.weights.add(weight);
        sum += weight;
    }
    for (double &weight : taps.weights)
        weight /= sum;
    return taps;
}

} // namespace

AxisTaps axisTapsAt(Interpolation interpolation, std::int64_t o, std::int64_t n,
                    std::int64_t factor)
{
    switch (interpolation) {
    case Interpolation::Nearest:
        return nearestTap(o, factor);
    case Interpolation::BilinearLegacy:
        return legacyTaps(o, n, factor);
    case Interpolation::Bilinear:
    case Interpolation::Bicubic:
    case Interpolation::Lanczos3:
    case Interpolation::Lanczos5:
        return centredTaps(interpolation, o, n, factor);
    }
    checkFailed("a kind of interpolation", std::source_location::current());
}

double interpolationWeight(Interpolation interpolation, double distance)
{
    switch (interpolation) {
    case Interpolation::Nearest:
    case Interpolation::BilinearLegacy:
        break;
    case Interpolation::Bilinear:
        return std::max(0.0, 1 - distance);
    case Interpolation::Bicubic:
        return cubic(distance);
    case Interpolation::Lanczos3:
        return lanczos(distance, 3);
    case Interpolation::Lanczos5:
        return lanczos(distance, 5);
    }
    check(false, "an interpolation with a weight function");
    return 0;
}

std::int64_t interpolationRadius(Interpolation interpolation)
{
    switch (interpolation) {
    case Interpolation::Nearest:
    case Interpolation::BilinearLegacy:
    case Interpolation::Bilinear:
        return 1;
    case Interpolation::Bicubic:
        return 2;
    case Interpolation::Lanczos3:
        return 3;
    case Interpolation::Lanczos5:
        return 5;
    }
    return 1;
}

std::vector<AxisTaps> axisTaps(Interpolation interpolation, std::int64_t n, std::int64_t factor)
{
    std::vector<AxisTaps> result;
    result.reserve(static_cast<std::size_t>(n * factor));
    for (std::int64_t o = 0; o < n * factor; ++o)
        result.push_back(axisTapsAt(interpolation, o, n, factor));
    return result;
}

} // namespace convscope
