// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/affine.h"
#include "layers/merge_layer.h"

#include <array>

namespace convscope {

namespace {

/// Of the network InceptionResNetV2: a residual connection whose branch is scaled down.
struct CustomScaleLayerParams
{
    double scale = 0.17;

    bool operator==(const CustomScaleLayerParams &) const = default;
};

Result<Shape> inferShape(const CustomScaleLayerParams &, std::span<const Shape> inputs)
{
    return mergedShape(inputs);
}

Result<Tensor> forward(const CustomScaleLayerParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const auto branch = rescale(static_cast<float>(p.scale), 0, inputs[1], context);
    if (!branch)
        return branch;
    const std::array terms{inputs[0], *branch};
    return mergeInputs(MergeOp::Add, terms, context);
}

Arithmetic arithmetic(const CustomScaleLayerParams &p, std::span<const Shape>)
{
    Arithmetic a = mergeOf(MergeOp::Add);
    a.scale = p.scale;
    return a;
}

Words brief(const CustomScaleLayerParams &p)
{
    return words("x + {scale}·y", p.scale);
}

} // namespace

extern const LayerType kCustomScaleLayer;
const LayerType kCustomScaleLayer = layerType<CustomScaleLayerParams>({
    .className = "CustomScaleLayer",
    .module = "keras.src.applications.inception_resnet_v2",
    .group = LayerGroup::Merge,
    .summary = "adds its second input, scaled, to the first",
    .minInputs = 2,
    .maxInputs = 2,
    .schema = {{
        param("scale", &CustomScaleLayerParams::scale)
            .label("Scale")
            .doc("Factor of the second input.")
            .required(),
    }},
    .inferShape = inferShape,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
