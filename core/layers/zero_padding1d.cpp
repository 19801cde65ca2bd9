// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/zero_padding_layer.h"

namespace convscope {

using ZeroPadding1DParams = ZeroPaddingParams<1>;

extern const LayerType kZeroPadding1D;
const LayerType kZeroPadding1D = layerType<ZeroPadding1DParams>({
    .className = "ZeroPadding1D",
    .group = LayerGroup::Pad,
    .summary = "adds steps of zeros",
    .inputRank = 3,
    .schema = {{
        param("padding", &ZeroPadding1DParams::padding)
            .label("Padding")
            .doc("Zeros added before the first and after the last step.")
            .atLeast(0)
            .rule("E15"),
        rows::sequenceFormat<ZeroPadding1DParams>(),
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
