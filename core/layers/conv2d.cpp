// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/convolution_layer.h"

namespace convscope {

using Conv2DParams = ConvParams<2>;

extern const LayerType kConv2D;
const LayerType kConv2D = layerType<Conv2DParams>({
    .className = "Conv2D",
    .aliases = {"Convolution2D"},
    .group = LayerGroup::Convolution,
    .summary = "slides filters over rows and columns",
    .inputRank = 4,
    .schema = {{
                   rows::filters<Conv2DParams>(),
                   rows::kernelSize<Conv2DParams>(),
                   rows::strides<Conv2DParams>(),
                   rows::padding<Conv2DParams>(),
                   rows::dataFormat<Conv2DParams>(),
                   rows::dilationRate<Conv2DParams>(),
                   rows::groups<Conv2DParams>(),
                   rows::activation<Conv2DParams>(),
                   rows::useBias<Conv2DParams>(),
                   rows::initializer("kernel", &Conv2DParams::kernelInitializer),
                   rows::initializer("bias", &Conv2DParams::biasInitializer),
                   rows::regularizer("kernel", &Conv2DParams::kernelRegularizer),
                   rows::regularizer("bias", &Conv2DParams::biasRegularizer),
                   rows::activityRegularizer<Conv2DParams>(),
                   rows::constraint("kernel", &Conv2DParams::kernelConstraint),
                   rows::constraint("bias", &Conv2DParams::biasConstraint),
               },
               {strideOrDilation<Conv2DParams>, filtersFillGroups<2>}},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .axes = axes,
    .dataFormat = dataFormat,
    .macs = macs,
    .forward = forward,
    .sight = windowed,
    .arithmetic = weighted<KernelLayout::Convolution>,
    .activityRegularizer = activityRegularizer,
    .brief = brief,
});

} // namespace convscope
