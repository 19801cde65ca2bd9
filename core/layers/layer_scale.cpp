// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/check.h"
#include "kernels/functions/affine.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"

namespace convscope {

namespace {

/// Of the networks ConvNeXt, where a branch begins small.
struct LayerScaleParams
{
    double initValues = 1e-6;
    std::int64_t projectionDim = 8;

    bool operator==(const LayerScaleParams &) const = default;
};

Result<Shape> inferShape(const LayerScaleParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    if (input.rank() < 2 || (input[-1] && *input[-1] != p.projectionDim))
        return fail("E11", "projection_dim", std::to_string(p.projectionDim),
                    words("projection_dim must be the length of the last axis. Received {dim} for "
                          "the input shape {shape}",
                          p.projectionDim, input.toString()));
    return input;
}

std::vector<WeightSpec> weightSpecs(const LayerScaleParams &p, std::span<const Shape>)
{
    ObjectValue start = initializers().make("constant");
    for (ObjectField &field : start.fields) {
        if (field.name == "value")
            field.value = p.initValues;
    }
    return {{.name = "gamma",
             .shape = {p.projectionDim},
             .initializer = std::move(start),
             .regularizer = {},
             .constraint = {}}};
}

Result<Tensor> forward(const LayerScaleParams &, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    return affine({.center = {}, .scale = weights[0], .shift = {}}, inputs[0], -1, context);
}

/// The factor of each index along the last axis is the weight gamma.
Arithmetic arithmetic(const LayerScaleParams &, std::span<const Shape>)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Scale);
    a.normalization.gamma = 0;
    return a;
}

} // namespace

extern const LayerType kLayerScale;
const LayerType kLayerScale = layerType<LayerScaleParams>({
    .className = "LayerScale",
    .module = "keras.src.applications.convnext",
    .group = LayerGroup::Normalization,
    .summary = "multiplies every channel by a learned number",
    .schema = {{
        param("init_values", &LayerScaleParams::initValues)
            .label("First values")
            .doc("What the factors are before training.")
            .required(),
        param("projection_dim", &LayerScaleParams::projectionDim)
            .label("Channels")
            .doc("Number of factors: the length of the last axis.")
            .atLeast(1)
            .required(),
    }},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
