// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/depthwise_layer.h"

namespace convscope {

using DepthwiseConv2DParams = DepthwiseParams<2>;

extern const LayerType kDepthwiseConv2D;
const LayerType kDepthwiseConv2D = layerType<DepthwiseConv2DParams>({
    .className = "DepthwiseConv2D",
    .aliases = {"DepthwiseConvolution2D"},
    .group = LayerGroup::Separable,
    .summary = "filters each channel over rows and columns",
    .inputRank = 4,
    .schema = {{
                   rows::kernelSize<DepthwiseConv2DParams>(),
                   rows::strides<DepthwiseConv2DParams>(),
                   rows::padding<DepthwiseConv2DParams>(),
                   rows::depthMultiplier<DepthwiseConv2DParams>(),
                   rows::dataFormat<DepthwiseConv2DParams>(),
                   rows::dilationRate<DepthwiseConv2DParams>(),
                   rows::activation<DepthwiseConv2DParams>(),
                   rows::useBias<DepthwiseConv2DParams>(),
                   rows::initializer("depthwise", &DepthwiseConv2DParams::depthwiseInitializer),
                   rows::initializer("bias", &DepthwiseConv2DParams::biasInitializer),
                   rows::regularizer("depthwise", &DepthwiseConv2DParams::depthwiseRegularizer),
                   rows::regularizer("bias", &DepthwiseConv2DParams::biasRegularizer),
                   rows::activityRegularizer<DepthwiseConv2DParams>(),
                   rows::constraint("depthwise", &DepthwiseConv2DParams::depthwiseConstraint),
                   rows::constraint("bias", &DepthwiseConv2DParams::biasConstraint),
               },
               {strideOrDilation<DepthwiseConv2DParams>}},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .axes = axes,
    .dataFormat = dataFormat,
    .macs = macs,
    .forward = forward,
    .sight = channelWindows,
    .arithmetic = weighted<KernelLayout::Depthwise>,
    .activityRegularizer = activityRegularizer,
    .brief = brief,
});

} // namespace convscope
