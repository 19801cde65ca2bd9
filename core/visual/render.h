// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/colormap.h"
#include "visual/plane.h"

#include <vector>

namespace convscope {

/// The values that the first and last colour stand for.
struct ValueRange
{
    float low = 0;
    float high = 1;

    bool operator==(const ValueRange &) const = default;
};

/// Smallest and largest finite value, counts of values that are not finite, and a log-ready
/// histogram.
struct Distribution
{
    float minimum = 0;
    float maximum = 0;
    double mean = 0;
    double standardDeviation = 0;
    std::int64_t count = 0;
    std::int64_t nonfinite = 0;
    std::int64_t zeros = 0;
    /// Counts over 256 equal bins from minimum to maximum; the last bin includes maximum.
    std::array<std::int64_t, 256> bins{};

    bool operator==(const Distribution &) const = default;
};

/// Of the finite values of all planes together. The same bits whatever the number of threads.
[[nodiscard]] Distribution distribution(std::span<const Plane> planes);

/// The range that shows `share` of the values (0.996: one in 250 may be clipped), from the
/// histogram. With values of one sign only it starts at 0 on the other side; with both signs it is
/// symmetric about zero, so that diverging colormaps centre there. Where zeros alone make up the
/// share, it counts the other values only. {0, 1} where every value is zero or none is finite.
[[nodiscard]] ValueRange automaticRange(const Distribution &distribution, double share);

/// rows · columns colours in row order into `out` (0xFFRRGGBB); values outside the range are
/// clamped, not-a-number and infinities are drawn as a magenta and black hatch. Colour i of 256
/// stands for low + (i…i+1) ÷ 256 of the range; an empty range (high ≤ low) gives the first colour
/// up to low, else the last.
void render(const Plane &plane, const ValueRange &range, const Colormap &colormap, bool inverted,
            std::span<std::uint32_t> out);

/// The same scaled down to outRows × outColumns by area averaging of values (before colouring), or
/// up by repeating cells. A cell that averages a value that is not finite is hatched: nothing hides
/// it.
void renderScaled(const Plane &plane, const ValueRange &range, const Colormap &colormap,
                  bool inverted, std::int64_t outRows, std::int64_t outColumns,
                  std::span<std::uint32_t> out);

/// Three planes of one size as red, green and blue of a photo: range.low is 0, range.high 255,
/// clamped.
void renderRgb(const Plane &red, const Plane &green, const Plane &blue, const ValueRange &range,
               std::span<std::uint32_t> out);

/// The same scaled as by renderScaled.
void renderRgbScaled(const Plane &red, const Plane &green, const Plane &blue,
                     const ValueRange &range, std::int64_t outRows, std::int64_t outColumns,
                     std::span<std::uint32_t> out);

} // namespace convscope
