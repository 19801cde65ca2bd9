// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/zero_padding_layer.h"

namespace convscope {

using ZeroPadding2DParams = ZeroPaddingParams<2>;

extern const LayerType kZeroPadding2D;
const LayerType kZeroPadding2D = layerType<ZeroPadding2DParams>({
    .className = "ZeroPadding2D",
    .group = LayerGroup::Pad,
    .summary = "adds rows and columns of zeros",
    .inputRank = 4,
    .schema = {{
        param("padding", &ZeroPadding2DParams::padding)
            .label("Padding")
            .doc("Rows of zeros added at the top and bottom, columns at the left and right.")
            .atLeast(0)
            .rule("E15"),
        rows::dataFormat<ZeroPadding2DParams>(),
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
