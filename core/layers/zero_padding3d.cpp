// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/zero_padding_layer.h"

namespace convscope {

using ZeroPadding3DParams = ZeroPaddingParams<3>;

extern const LayerType kZeroPadding3D;
const LayerType kZeroPadding3D = layerType<ZeroPadding3DParams>({
    .className = "ZeroPadding3D",
    .group = LayerGroup::Pad,
    .summary = "adds slices, rows and columns of zeros",
    .inputRank = 5,
    .schema = {{
        param("padding", &ZeroPadding3DParams::padding)
            .label("Padding")
            .doc("Slices, rows and columns of zeros added before and after.")
            .atLeast(0)
            .rule("E15"),
        rows::dataFormat<ZeroPadding3DParams>(),
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
