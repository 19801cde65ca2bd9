// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/separable_layer.h"

namespace convscope {

using SeparableConv2DParams = SeparableParams<2>;

extern const LayerType kSeparableConv2D;
const LayerType kSeparableConv2D = layerType<SeparableConv2DParams>({
    .className = "SeparableConv2D",
    .aliases = {"SeparableConvolution2D"},
    .group = LayerGroup::Separable,
    .summary = "filters each channel over rows and columns, then mixes the channels",
    .inputRank = 4,
    .schema = {{
                   rows::filters<SeparableConv2DParams>(),
                   rows::kernelSize<SeparableConv2DParams>(),
                   rows::strides<SeparableConv2DParams>(),
                   rows::padding<SeparableConv2DParams>(),
                   rows::dataFormat<SeparableConv2DParams>(),
                   rows::dilationRate<SeparableConv2DParams>(),
                   rows::depthMultiplier<SeparableConv2DParams>(),
                   rows::activation<SeparableConv2DParams>(),
                   rows::useBias<SeparableConv2DParams>(),
                   rows::initializer("depthwise", &SeparableConv2DParams::depthwiseInitializer),
                   rows::initializer("pointwise", &SeparableConv2DParams::pointwiseInitializer),
                   rows::initializer("bias", &SeparableConv2DParams::biasInitializer),
                   rows::regularizer("depthwise", &SeparableConv2DParams::depthwiseRegularizer),
                   rows::regularizer("pointwise", &SeparableConv2DParams::pointwiseRegularizer),
                   rows::regularizer("bias", &SeparableConv2DParams::biasRegularizer),
                   rows::activityRegularizer<SeparableConv2DParams>(),
                   rows::constraint("depthwise", &SeparableConv2DParams::depthwiseConstraint),
                   rows::constraint("pointwise", &SeparableConv2DParams::pointwiseConstraint),
                   rows::constraint("bias", &SeparableConv2DParams::biasConstraint),
               },
               {strideOrDilation<SeparableConv2DParams>}},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .axes = axes,
    .dataFormat = dataFormat,
    .macs = macs,
    .forward = forward,
    .sight = windowed,
    .arithmetic = arithmetic,
    .activityRegularizer = activityRegularizer,
    .brief = brief,
});

} // namespace convscope
