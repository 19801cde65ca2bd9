// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/normalized_axes.h"
#include "layers/tensor_axes.h"

namespace convscope {

namespace {

struct UnitNormalizationParams
{
    IntList axis{-1};

    bool operator==(const UnitNormalizationParams &) const = default;
};

/// Keras' epsilon, below which no length goes.
constexpr double kLeastLength = 1e-12;

Result<Shape> inferShape(const UnitNormalizationParams &p, std::span<const Shape> inputs)
{
    const auto axes = tensorAxes(p.axis, inputs[0]);
    if (!axes)
        return fail(axes.error());
    return inputs[0];
}

Result<Tensor> forward(const UnitNormalizationParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return normalizeAxes({.axes = tensorAxes(p.axis, Shape(inputs[0].extents())).value(),
                          .by = GroupNorm::By::Length,
                          .epsilon = kLeastLength,
                          .gamma = {},
                          .beta = {}},
                         inputs[0], context);
}

Sight sight(const UnitNormalizationParams &p, std::span<const Shape> inputs, const Shape &,
            std::size_t)
{
    return alongAxes(inputs[0], tensorAxes(p.axis, inputs[0]).value());
}

Arithmetic arithmetic(const UnitNormalizationParams &p, std::span<const Shape> inputs)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Normalize);
    a.normalization.spread = NormalizationRule::Spread::SumOfSquares;
    a.normalization.least = kLeastLength;
    a.normalization.axes = tensorAxes(p.axis, inputs[0]).value();
    return a;
}

} // namespace

extern const LayerType kUnitNormalization;
const LayerType kUnitNormalization = layerType<UnitNormalizationParams>({
    .className = "UnitNormalization",
    .group = LayerGroup::Normalization,
    .summary = "divides by the length of the vector along an axis",
    .schema = {{
        param("axis", &UnitNormalizationParams::axis)
            .label("Axis")
            .doc("Axes along which the squares are added up; −1 is the last.")
            .orOne(),
    }},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = arithmetic,
});

} // namespace convscope
