// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/atlas.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr std::int64_t kGap = 2;
constexpr std::uint8_t kGapGrey = 0x60;
/// Height of a sequence's strip.
constexpr std::int64_t kStripRows = 24;
constexpr std::int64_t kLargestPicture = 64'000'000;

std::int64_t roundedSide(std::int64_t side, double factor)
{
    return std::max<std::int64_t>(1, std::llround(double(side) * factor));
}

/// Sets the tiles' size and how many lie side by side, so that the whole is about as wide as high.
void layOut(Atlas &result, const Plane &first, std::int64_t count, std::int64_t largestTile)
{
    const bool isStrip = first.rows == 1;
    const std::int64_t fullRows = isStrip ? kStripRows : first.rows;
    double factor = std::min(1.0, double(largestTile) / double(std::max(fullRows, first.columns)));
    for (;;) {
        result.tileRows = isStrip ? kStripRows : roundedSide(fullRows, factor);
        result.tileColumns = roundedSide(first.columns, factor);
        result.across = std::clamp<std::int64_t>(
            std::llround(std::sqrt(double(count) * double(result.tileRows + kGap) /
                                   double(result.tileColumns + kGap))),
            1, count);
        const std::int64_t down = (count + result.across - 1) / result.across;
        result.picture.rows = down * (result.tileRows + kGap) + kGap;
        result.picture.columns = result.across * (result.tileColumns + kGap) + kGap;
        const bool isSmallest = result.tileColumns == 1 && (isStrip || result.tileRows == 1);
        if (double(result.picture.rows) * double(result.picture.columns) <= kLargestPicture ||
            isSmallest)
            break;
        factor *= 0.8;
    }
    result.isReduced = result.tileRows < first.rows || result.tileColumns < first.columns;
}

} // namespace

Result<Atlas> atlas(const Tensor &tensor, DataFormat format, const AtlasOptions &options)
{
    if (tensor.size() == 0)
        return fail(
            "input", {}, {},
            words("a tensor of shape {shape} has no values to draw", toString(tensor.extents())));
    const std::int64_t count = mapCount(tensor, format);
    const Extents spatial = spatialExtents(tensor, format);
    const std::int64_t slice = options.slice.value_or(spatial.empty() ? 0 : spatial[0] / 2);
    std::vector<Plane> planes;
    for (std::int64_t channel = 0; channel < count; ++channel)
        planes.push_back(mapPlane(tensor, format, options.batch, channel, slice));

    Atlas result;
    layOut(result, planes[0], count, options.largestTile);
    const std::int64_t needed = result.picture.rows * result.picture.columns * 3;
    if (needed > kLargestPicture * 3 && needed > availableMemory())
        return fail("memory", {}, {},
                    words("a picture of {count} maps needs {mebibytes} MiB, more than is free",
                          count, needed >> 20));
    result.range = options.range ? *options.range : automaticRange(distribution(planes), 0.996);
    const bool hasBothSigns = result.range.low < 0 && result.range.high > 0;
    const Colormap *colormap = options.colormap != nullptr
                                   ? options.colormap
                                   : findColormap(hasBothSigns ? "vik" : "magma");
    // Values below zero alone: the dark end of magma stays with zero.
    const bool inverted = options.colormap == nullptr && result.range.high <= 0;
    result.colormap = colormap->name;

    result.picture.bytes.assign(static_cast<std::size_t>(needed), kGapGrey);
    std::vector<std::uint32_t> tile(static_cast<std::size_t>(result.tileRows * result.tileColumns));
    for (std::int64_t i = 0; i < count; ++i) {
        renderScaled(planes[static_cast<std::size_t>(i)], result.range, *colormap, inverted,
                     result.tileRows, result.tileColumns, tile);
        const std::int64_t top = kGap + i / result.across * (result.tileRows + kGap);
        const std::int64_t left = kGap + i % result.across * (result.tileColumns + kGap);
        for (std::int64_t row = 0; row < result.tileRows; ++row) {
            const std::uint32_t *colours = tile.data() + row * result.tileColumns;
            std::uint8_t *bytes =
                result.picture.bytes.data() + ((top + row) * result.picture.columns + left) * 3;
            for (std::int64_t x = 0; x < result.tileColumns; ++x) {
                *bytes++ = static_cast<std::uint8_t>(colours[x] >> 16);
                *bytes++ = static_cast<std::uint8_t>(colours[x] >> 8);
                *bytes++ = static_cast<std::uint8_t>(colours[x]);
            }
        }
    }
    return result;
}

} // namespace convscope
