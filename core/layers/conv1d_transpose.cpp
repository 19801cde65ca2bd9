// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/transposed_layer.h"

namespace convscope {

using Conv1DTransposeParams = TransposedParams<1>;

extern const LayerType kConv1DTranspose;
const LayerType kConv1DTranspose = layerType<Conv1DTransposeParams>({
    .className = "Conv1DTranspose",
    .aliases = {"Convolution1DTranspose"},
    .group = LayerGroup::Transposed,
    .summary = "learned up-sampling of a sequence",
    .inputRank = 3,
    .schema = {{
                   rows::filters<Conv1DTransposeParams>(),
                   rows::kernelSize<Conv1DTransposeParams>(),
                   rows::strides<Conv1DTransposeParams>(),
                   rows::padding<Conv1DTransposeParams>(),
                   outputPaddingRow<1>(),
                   rows::sequenceFormat<Conv1DTransposeParams>(),
                   rows::dilationRate<Conv1DTransposeParams>(),
                   rows::activation<Conv1DTransposeParams>(),
                   rows::useBias<Conv1DTransposeParams>(),
                   rows::initializer("kernel", &Conv1DTransposeParams::kernelInitializer),
                   rows::initializer("bias", &Conv1DTransposeParams::biasInitializer),
                   rows::regularizer("kernel", &Conv1DTransposeParams::kernelRegularizer),
                   rows::regularizer("bias", &Conv1DTransposeParams::biasRegularizer),
                   rows::activityRegularizer<Conv1DTransposeParams>(),
                   rows::constraint("kernel", &Conv1DTransposeParams::kernelConstraint),
                   rows::constraint("bias", &Conv1DTransposeParams::biasConstraint),
               },
               {strideOrDilation<Conv1DTransposeParams>, outputPaddingBelowStride<1>}},
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
