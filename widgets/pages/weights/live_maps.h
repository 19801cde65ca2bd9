// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/line_envelope.h"
#include "pictures/picture_pyramid.h"
#include "visual/render.h"

#include <cstdint>

namespace convscope {

/// Which map of a layer's output, before an edit and now.
struct LiveMapRequest
{
    /// Null: there was no edit.
    Tensor before;
    Tensor now;
    DataFormat format = DataFormat::ChannelsLast;
    std::int64_t batch = 0;
    std::int64_t channel = 0;
    std::int64_t slice = 0;
    bool isDark = false;

    [[nodiscard]] bool asksLike(const LiveMapRequest &other) const;
};

/// The two on one range, and their difference on one of its own.
struct LiveMaps
{
    LiveMapRequest request;
    bool hasBefore = false;
    /// A sequence or a list of features: lines instead of pictures.
    bool isLine = false;
    Plane beforePlane, nowPlane;
    PicturePyramid before, now, difference;
    LineEnvelope beforeLine, nowLine;
    ValueRange range;
    const Colormap *colormap = nullptr;
    ValueRange differenceRange;
    const Colormap *differenceColormap = nullptr;
};

/// Some passes over the one map; for worker threads.
[[nodiscard]] LiveMaps drawLiveMaps(const LiveMapRequest &request);

} // namespace convscope
