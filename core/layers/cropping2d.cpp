// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/cropping_layer.h"

namespace convscope {

struct Cropping2DParams
{
    Pairs<2> cropping{};
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const Cropping2DParams &) const = default;
};

extern const LayerType kCropping2D;
const LayerType kCropping2D = layerType<Cropping2DParams>({
    .className = "Cropping2D",
    .group = LayerGroup::Crop,
    .summary = "cuts rows and columns off",
    .inputRank = 4,
    .schema = {{
        param("cropping", &Cropping2DParams::cropping)
            .label("Cropping")
            .doc("Rows cut off at the top and bottom, columns at the left and right.")
            .atLeast(0)
            .rule("E15"),
        rows::dataFormat<Cropping2DParams>(),
    }},
    .inferShape = inferSpatialShape,
    .axes = axes,
    .dataFormat = dataFormat,
    .forward = forward,
    .sight = channelWindows,
    .arithmetic = copied,
    .brief = brief,
});

} // namespace convscope
