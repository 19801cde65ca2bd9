// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/transposed_layer.h"

namespace convscope {

using Conv3DTransposeParams = TransposedParams<3>;

extern const LayerType kConv3DTranspose;
const LayerType kConv3DTranspose = layerType<Conv3DTransposeParams>({
    .className = "Conv3DTranspose",
    .aliases = {"Convolution3DTranspose", "Deconvolution3D", "Deconv3D"},
    .group = LayerGroup::Transposed,
    .summary = "learned up-sampling of a volume",
    .inputRank = 5,
    .schema = {{
                   rows::filters<Conv3DTransposeParams>(),
                   rows::kernelSize<Conv3DTransposeParams>(),
                   rows::strides<Conv3DTransposeParams>(),
                   rows::padding<Conv3DTransposeParams>(),
                   outputPaddingRow<3>(),
                   rows::dataFormat<Conv3DTransposeParams>(),
                   rows::dilationRate<Conv3DTransposeParams>(),
                   rows::activation<Conv3DTransposeParams>(),
                   rows::useBias<Conv3DTransposeParams>(),
                   rows::initializer("kernel", &Conv3DTransposeParams::kernelInitializer),
                   rows::initializer("bias", &Conv3DTransposeParams::biasInitializer),
                   rows::regularizer("kernel", &Conv3DTransposeParams::kernelRegularizer),
                   rows::regularizer("bias", &Conv3DTransposeParams::biasRegularizer),
                   rows::activityRegularizer<Conv3DTransposeParams>(),
                   rows::constraint("kernel", &Conv3DTransposeParams::kernelConstraint),
                   rows::constraint("bias", &Conv3DTransposeParams::biasConstraint),
               },
               {strideOrDilation<Conv3DTransposeParams>, outputPaddingBelowStride<3>}},
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
