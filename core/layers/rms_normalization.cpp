// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/argument_rows.h"
#include "layers/normalized_axes.h"
#include "layers/tensor_axes.h"

namespace convscope {

namespace {

struct RMSNormalizationParams
{
    IntList axis{-1};
    double epsilon = 1e-6;

    bool operator==(const RMSNormalizationParams &) const = default;
};

Result<Shape> inferShape(const RMSNormalizationParams &p, std::span<const Shape> inputs)
{
    return normalizedShape(p.axis, inputs[0]);
}

std::vector<WeightSpec> weightSpecs(const RMSNormalizationParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    return {{.name = "scale",
             .shape = knownExtents(tensorAxes(p.axis, input).value(), input).value(),
             .initializer = initializers().make("ones"),
             .regularizer = {},
             .constraint = {}}};
}

Result<Tensor> forward(const RMSNormalizationParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    return normalizeAxes({.axes = tensorAxes(p.axis, Shape(inputs[0].extents())).value(),
                          .by = GroupNorm::By::MeanSquare,
                          .epsilon = p.epsilon,
                          .gamma = weights[0],
                          .beta = {}},
                         inputs[0], context);
}

Sight sight(const RMSNormalizationParams &p, std::span<const Shape> inputs, const Shape &,
            std::size_t)
{
    return alongAxes(inputs[0], tensorAxes(p.axis, inputs[0]).value());
}

Arithmetic arithmetic(const RMSNormalizationParams &p, std::span<const Shape> inputs)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Normalize);
    a.normalization.gamma = 0;
    a.normalization.spread = NormalizationRule::Spread::MeanSquare;
    a.normalization.epsilon = p.epsilon;
    a.normalization.axes = tensorAxes(p.axis, inputs[0]).value();
    return a;
}

} // namespace

extern const LayerType kRMSNormalization;
const LayerType kRMSNormalization = layerType<RMSNormalizationParams>({
    .className = "RMSNormalization",
    .group = LayerGroup::Normalization,
    .summary = "divides by the root of the mean square along an axis",
    .schema = {{
        param("axis", &RMSNormalizationParams::axis)
            .label("Axis")
            .doc("Axes along which the mean square is taken; −1 is the last.")
            .orOne(),
        param("epsilon", &RMSNormalizationParams::epsilon)
            .label("Epsilon")
            .doc("Added to the mean square, so that nothing is divided by zero.")
            .atLeast(0),
    }},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = sight,
    .arithmetic = arithmetic,
});

} // namespace convscope
