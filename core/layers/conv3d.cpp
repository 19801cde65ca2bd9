// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/convolution_layer.h"

namespace convscope {

using Conv3DParams = ConvParams<3>;

extern const LayerType kConv3D;
const LayerType kConv3D = layerType<Conv3DParams>({
    .className = "Conv3D",
    .aliases = {"Convolution3D"},
    .group = LayerGroup::Convolution,
    .summary = "slides filters over slices, rows and columns",
    .inputRank = 5,
    .schema = {{
                   rows::filters<Conv3DParams>(),
                   rows::kernelSize<Conv3DParams>(),
                   rows::strides<Conv3DParams>(),
                   rows::padding<Conv3DParams>(),
                   rows::dataFormat<Conv3DParams>(),
                   rows::dilationRate<Conv3DParams>(),
                   rows::groups<Conv3DParams>(),
                   rows::activation<Conv3DParams>(),
                   rows::useBias<Conv3DParams>(),
                   rows::initializer("kernel", &Conv3DParams::kernelInitializer),
                   rows::initializer("bias", &Conv3DParams::biasInitializer),
                   rows::regularizer("kernel", &Conv3DParams::kernelRegularizer),
                   rows::regularizer("bias", &Conv3DParams::biasRegularizer),
                   rows::activityRegularizer<Conv3DParams>(),
                   rows::constraint("kernel", &Conv3DParams::kernelConstraint),
                   rows::constraint("bias", &Conv3DParams::biasConstraint),
               },
               {strideOrDilation<Conv3DParams>, filtersFillGroups<3>}},
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
