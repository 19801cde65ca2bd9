// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Edges of a bin as distances from zero, near ≤ far; a bin that zero lies in starts at 0.
struct Distances
{
    double near = 0;
    double far = 0;
};

Distances distances(double low, double high)
{
    if (low <= 0 && high >= 0)
        return {0, std::max(-low, high)};
    return low > 0 ? Distances{low, high} : Distances{-high, -low};
}

/// Values other than zero at a distance below `reach`, taking those of a bin as evenly spread over
/// it.
double countWithin(const Distribution &distribution, double reach)
{
    const double minimum = distribution.minimum;
    const double step = (double(distribution.maximum) - minimum) / 256;
    double zerosLeft = double(distribution.zeros);
    double count = 0;
    for (std::size_t i = 0; i < 256; ++i) {
        if (distribution.bins[i] == 0)
            continue;
        const double low = minimum + step * double(i);
        const Distances bin = distances(low, low + step);
        double values = double(distribution.bins[i]);
        if (bin.near == 0 && zerosLeft > 0) {
            const double taken = std::min(values, zerosLeft);
            values -= taken;
            zerosLeft -= taken;
        }
        const double width = bin.far - bin.near;
        const double part = width > 0 ? (reach - bin.near) / width : double(reach >= bin.near);
        count += values * std::clamp(part, 0.0, 1.0);
    }
    return count;
}

} // namespace

ValueRange automaticRange(const Distribution &distribution, double share)
{
    const double low = distribution.minimum;
    const double high = distribution.maximum;
    const double largest = std::max(std::abs(low), std::abs(high));
    if (distribution.count == distribution.nonfinite || largest == 0)
        return {0, 1};
    double reach = largest;
    const double finite = double(distribution.count - distribution.nonfinite);
    const double zeros = double(distribution.zeros);
    if (share < 1) {
        // A map lit in fewer places than the share leaves out would be all clipped: then the share
        // counts the values other than zero alone.
        double wanted = share * finite - zeros;
        if (wanted <= 0)
            wanted = share * (finite - zeros);
        double below = 0;
        for (int halving = 0; halving < 40; ++halving) {
            const double middle = (below + reach) / 2;
            (countWithin(distribution, middle) < wanted ? below : reach) = middle;
        }
    }
    if (low >= 0)
        return {0, float(reach)};
    if (high <= 0)
        return {float(-reach), 0};
    return {float(-reach), float(reach)};
}

} // namespace convscope
