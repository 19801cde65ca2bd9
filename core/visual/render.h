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

/// Smallest and largest finite value, counts of values that are not finite, and a log-ready histogram.
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
};

[[nodiscard]] Distribution distribution(std::span<const Plane> planes);

/// The range that shows `share` of the values (0.996: one in 250 may be clipped), from the histogram.
/// With values of one sign only it starts at 0 on the other side; with both signs it is symmetric
/// about zero, so that diverging colormaps centre there.
[[nodiscard]] ValueRange automaticRange(const Distribution &distribution, double share);

/// rows · columns colours in row order into `out` (0xFFRRGGBB); values outside the range are clamped,
/// not-a-number and infinities are drawn as a magenta and black hatch. `gamma` 1 is linear.
void render(const Plane &plane, const ValueRange &range, const Colormap &colormap, bool inverted,
            std::span<std::uint32_t> out);

/// The same scaled down to outRows × outColumns by area averaging of values (before colouring), or up by
/// repeating cells.
void renderScaled(const Plane &plane, const ValueRange &range, const Colormap &colormap,
                  bool inverted, std::int64_t outRows, std::int64_t outColumns,
                  std::span<std::uint32_t> out);

/// Three planes as red, green and blue of a photo, each 0…1 clamped (1 = 255).
void renderRgb(const Plane &red, const Plane &green, const Plane &blue,
               const ValueRange &range, std::span<std::uint32_t> out);

} // namespace convscope
