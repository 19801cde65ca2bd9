// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/live_maps.h"

#include "pictures/map_painting.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

constexpr double kShare = 0.996;
/// Of a line: as many as it has pixels. It is painted at every move of a drag.
constexpr std::size_t kParts = 256;

Plane difference(const Plane &before, const Plane &now)
{
    auto buffer = TensorBuffer::allocate({now.rows, now.columns}, "the difference");
    if (!buffer)
        return {};
    float *out = buffer->data();
    for (std::int64_t row = 0; row < now.rows; ++row)
        for (std::int64_t column = 0; column < now.columns; ++column)
            *out++ = now.at(row, column) - before.at(row, column);
    Plane plane;
    plane.rows = now.rows;
    plane.columns = now.columns;
    plane.rowStride = now.columns;
    plane.columnStride = 1;
    plane.tensor = Tensor(std::move(*buffer), Fingerprint());
    return plane;
}

PicturePyramid pictureOf(const Plane &plane, const ValueRange &range, const Colormap &colormap)
{
    return PicturePyramid::build(paintPlane(plane, range, colormap, false));
}

} // namespace

bool LiveMapRequest::asksLike(const LiveMapRequest &other) const
{
    const auto same = [](const Tensor &a, const Tensor &b) {
        return a.isNull() == b.isNull() && (a.isNull() || a == b);
    };
    return same(before, other.before) && same(now, other.now) && format == other.format &&
           batch == other.batch && channel == other.channel && slice == other.slice &&
           isDark == other.isDark;
}

LiveMaps drawLiveMaps(const LiveMapRequest &request)
{
    LiveMaps maps;
    maps.request = request;
    const auto planeOf = [&](const Tensor &output) {
        return mapPlane(output, request.format, request.batch, request.channel, request.slice);
    };
    maps.nowPlane = planeOf(request.now);
    maps.hasBefore = !request.before.isNull() && request.before.extents() == request.now.extents();
    maps.beforePlane = maps.hasBefore ? planeOf(request.before) : maps.nowPlane;
    maps.isLine = request.now.rank() <= 3;
    const std::array planes{maps.nowPlane, maps.beforePlane};
    const Distribution both =
        distribution(std::span(planes.data(), maps.hasBefore ? std::size_t{2} : std::size_t{1}));
    maps.range = chooseRange(both, maps.isLine ? 1 : kShare, false);
    maps.colormap = &chooseColormap({}, both, request.isDark, false);
    if (maps.isLine) {
        maps.nowLine = LineEnvelope::of(maps.nowPlane, kParts);
        if (maps.hasBefore)
            maps.beforeLine = LineEnvelope::of(maps.beforePlane, kParts);
        return maps;
    }
    maps.now = pictureOf(maps.nowPlane, maps.range, *maps.colormap);
    if (!maps.hasBefore)
        return maps;
    maps.before = pictureOf(maps.beforePlane, maps.range, *maps.colormap);
    const Plane change = difference(maps.beforePlane, maps.nowPlane);
    if (change.isEmpty())
        return maps;
    const Distribution changes = distribution(std::span(&change, 1));
    const float reach = std::max({std::abs(changes.minimum), std::abs(changes.maximum), 1e-30F});
    maps.differenceRange = {-reach, reach};
    maps.differenceColormap = findColormap(request.isDark ? "berlin" : "vik");
    maps.difference = pictureOf(change, maps.differenceRange, *maps.differenceColormap);
    return maps;
}

} // namespace convscope
