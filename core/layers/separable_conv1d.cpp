// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/separable_layer.h"

namespace convscope {

using SeparableConv1DParams = SeparableParams<1>;

extern const LayerType kSeparableConv1D;
const LayerType kSeparableConv1D = layerType<SeparableConv1DParams>({
    .className = "SeparableConv1D",
    .aliases = {"SeparableConvolution1D"},
    .group = LayerGroup::Separable,
    .summary = "filters each channel over steps, then mixes the channels",
    .inputRank = 3,
    .schema = {{
                   rows::filters<SeparableConv1DParams>(),
                   rows::kernelSize<SeparableConv1DParams>(),
                   rows::strides<SeparableConv1DParams>(),
                   rows::padding<SeparableConv1DParams>(),
                   rows::sequenceFormat<SeparableConv1DParams>(),
                   rows::dilationRate<SeparableConv1DParams>(),
                   rows::depthMultiplier<SeparableConv1DParams>(),
                   rows::activation<SeparableConv1DParams>(),
                   rows::useBias<SeparableConv1DParams>(),
                   rows::initializer("depthwise", &SeparableConv1DParams::depthwiseInitializer),
                   rows::initializer("pointwise", &SeparableConv1DParams::pointwiseInitializer),
                   rows::initializer("bias", &SeparableConv1DParams::biasInitializer),
                   rows::regularizer("depthwise", &SeparableConv1DParams::depthwiseRegularizer),
                   rows::regularizer("pointwise", &SeparableConv1DParams::pointwiseRegularizer),
                   rows::regularizer("bias", &SeparableConv1DParams::biasRegularizer),
                   rows::activityRegularizer<SeparableConv1DParams>(),
                   rows::constraint("depthwise", &SeparableConv1DParams::depthwiseConstraint),
                   rows::constraint("pointwise", &SeparableConv1DParams::pointwiseConstraint),
                   rows::constraint("bias", &SeparableConv1DParams::biasConstraint),
               },
               {strideOrDilation<SeparableConv1DParams>}},
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
