// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/transposed_layer.h"

namespace convscope {

using Conv2DTransposeParams = TransposedParams<2>;

extern const LayerType kConv2DTranspose;
const LayerType kConv2DTranspose = layerType<Conv2DTransposeParams>({
    .className = "Conv2DTranspose",
    .aliases = {"Convolution2DTranspose", "Deconvolution2D", "Deconv2D"},
    .group = LayerGroup::Transposed,
    .summary = "learned up-sampling",
    .inputRank = 4,
    .schema = {{
                   rows::filters<Conv2DTransposeParams>(),
                   rows::kernelSize<Conv2DTransposeParams>(),
                   rows::strides<Conv2DTransposeParams>(),
                   rows::padding<Conv2DTransposeParams>(),
                   outputPaddingRow<2>(),
                   rows::dataFormat<Conv2DTransposeParams>(),
                   rows::dilationRate<Conv2DTransposeParams>(),
                   rows::activation<Conv2DTransposeParams>(),
                   rows::useBias<Conv2DTransposeParams>(),
                   rows::initializer("kernel", &Conv2DTransposeParams::kernelInitializer),
                   rows::initializer("bias", &Conv2DTransposeParams::biasInitializer),
                   rows::regularizer("kernel", &Conv2DTransposeParams::kernelRegularizer),
                   rows::regularizer("bias", &Conv2DTransposeParams::biasRegularizer),
                   rows::activityRegularizer<Conv2DTransposeParams>(),
                   rows::constraint("kernel", &Conv2DTransposeParams::kernelConstraint),
                   rows::constraint("bias", &Conv2DTransposeParams::biasConstraint),
               },
               {strideOrDilation<Conv2DTransposeParams>, outputPaddingBelowStride<2>}},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .axes = axes,
    .dataFormat = dataFormat,
    .macs = macs,
    .forward = forward,
    .sight = windowed,
    .arithmetic = weighted<KernelLayout::Transposed>,
    .activityRegularizer = activityRegularizer,
    .brief = brief,
});

} // namespace convscope
