// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/cropping_layer.h"

namespace convscope {

struct Cropping3DParams
{
    Pairs<3> cropping{{{1, 1}, {1, 1}, {1, 1}}};
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const Cropping3DParams &) const = default;
};

extern const LayerType kCropping3D;
const LayerType kCropping3D = layerType<Cropping3DParams>({
    .className = "Cropping3D",
    .group = LayerGroup::Crop,
    .summary = "cuts slices, rows and columns off",
    .inputRank = 5,
    .schema = {{
        param("cropping", &Cropping3DParams::cropping)
            .label("Cropping")
            .doc("Slices, rows and columns cut off before and after.")
            .atLeast(0)
            .rule("E15"),
        rows::dataFormat<Cropping3DParams>(),
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
