// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/cropping_layer.h"

namespace convscope {

/// Always (batch, steps, channels): Keras has no data_format here.
struct Cropping1DParams
{
    Pairs<1> cropping{{{1, 1}}};

    bool operator==(const Cropping1DParams &) const = default;
};

extern const LayerType kCropping1D;
const LayerType kCropping1D = layerType<Cropping1DParams>({
    .className = "Cropping1D",
    .group = LayerGroup::Crop,
    .summary = "cuts steps off both ends",
    .inputRank = 3,
    .schema = {{
        param("cropping", &Cropping1DParams::cropping)
            .label("Cropping")
            .doc("Steps cut off at the start and at the end.")
            .atLeast(0)
            .rule("E15"),
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
