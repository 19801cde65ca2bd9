// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/convolution_layer.h"

namespace convscope {

using Conv1DParams = ConvParams<1>;

extern const LayerType kConv1D;
const LayerType kConv1D = layerType<Conv1DParams>({
    .className = "Conv1D",
    .aliases = {"Convolution1D"},
    .group = LayerGroup::Convolution,
    .summary = "slides filters over steps",
    .inputRank = 3,
    .schema = {{
                   rows::filters<Conv1DParams>(),
                   rows::kernelSize<Conv1DParams>(),
                   rows::strides<Conv1DParams>(),
                   rows::paddingOrCausal<Conv1DParams>(),
                   rows::sequenceFormat<Conv1DParams>(),
                   rows::dilationRate<Conv1DParams>(),
                   rows::groups<Conv1DParams>(),
                   rows::activation<Conv1DParams>(),
                   rows::useBias<Conv1DParams>(),
                   rows::initializer("kernel", &Conv1DParams::kernelInitializer),
                   rows::initializer("bias", &Conv1DParams::biasInitializer),
                   rows::regularizer("kernel", &Conv1DParams::kernelRegularizer),
                   rows::regularizer("bias", &Conv1DParams::biasRegularizer),
                   rows::activityRegularizer<Conv1DParams>(),
                   rows::constraint("kernel", &Conv1DParams::kernelConstraint),
                   rows::constraint("bias", &Conv1DParams::biasConstraint),
               },
               {strideOrDilation<Conv1DParams>, filtersFillGroups<1>}},
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
