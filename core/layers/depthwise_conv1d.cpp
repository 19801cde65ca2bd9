// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/depthwise_layer.h"

namespace convscope {

using DepthwiseConv1DParams = DepthwiseParams<1>;

extern const LayerType kDepthwiseConv1D;
const LayerType kDepthwiseConv1D = layerType<DepthwiseConv1DParams>({
    .className = "DepthwiseConv1D",
    .aliases = {"DepthwiseConvolution1D"},
    .group = LayerGroup::Separable,
    .summary = "filters each channel over steps",
    .inputRank = 3,
    .schema = {{
                   rows::kernelSize<DepthwiseConv1DParams>(),
                   rows::strides<DepthwiseConv1DParams>(),
                   rows::padding<DepthwiseConv1DParams>(),
                   rows::depthMultiplier<DepthwiseConv1DParams>(),
                   rows::sequenceFormat<DepthwiseConv1DParams>(),
                   rows::dilationRate<DepthwiseConv1DParams>(),
                   rows::activation<DepthwiseConv1DParams>(),
                   rows::useBias<DepthwiseConv1DParams>(),
                   rows::initializer("depthwise", &DepthwiseConv1DParams::depthwiseInitializer),
                   rows::initializer("bias", &DepthwiseConv1DParams::biasInitializer),
                   rows::regularizer("depthwise", &DepthwiseConv1DParams::depthwiseRegularizer),
                   rows::regularizer("bias", &DepthwiseConv1DParams::biasRegularizer),
                   rows::activityRegularizer<DepthwiseConv1DParams>(),
                   rows::constraint("depthwise", &DepthwiseConv1DParams::depthwiseConstraint),
                   rows::constraint("bias", &DepthwiseConv1DParams::biasConstraint),
               },
               {strideOrDilation<DepthwiseConv1DParams>}},
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
