// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/normalized_axes.h"
#include "layers/scale_and_center.h"
#include "layers/tensor_axes.h"

namespace convscope {

namespace {

struct LayerNormalizationParams : ScaleAndCenter
{
    IntList axis{-1};
    double epsilon = 0.001;

    bool operator==(const LayerNormalizationParams &) const = default;
};

Result<Shape> inferShape(const LayerNormalizationParams &p, std::span<const Shape> inputs)
{
    return normalizedShape(p.axis, inputs[0]);
}

std::vector<WeightSpec> weightSpecs(const LayerNormalizationParams &p,
                                    std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    return scaleAndCenterSpecs(p, knownExtents(tensorAxes(p.axis, input).value(), input).value());
}

Result<Tensor> forward(const LayerNormalizationParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    return normalizeAxes({.axes = tensorAxes(p.axis, Shape(inputs[0].extents())).value(),
                          .by = GroupNorm::By::Deviation,
                          .epsilon = p.epsilon,
                          .gamma = gammaOf(p, weights),
                          .beta = betaOf(p, weights)},
                         inputs[0], context);
}

Sight sight(const LayerNormalizationParams &p, std::span<const Shape> inputs, const Shape &,
            std::size_t)
{
    return alongAxes(inputs[0], tensorAxes(p.axis, inputs[0]).value());
}

Arithmetic arithmetic(const LayerNormalizationParams &p, std::span<const Shape> inputs)
{
    return normalizationOf(p, p.epsilon, tensorAxes(p.axis, inputs[0]).value());
}

} // namespace

extern const LayerType kLayerNormalization;
const LayerType kLayerNormalization = layerType<LayerNormalizationParams>({
    .className = "LayerNormalization",
    .group = LayerGroup::Normalization,
    .summary = "brings the values of every place to mean 0 and spread 1",
    .schema = {withScaleAndCenter<LayerNormalizationParams>({
        param("axis", &LayerNormalizationParams::axis)
            .label("Axis")
            .doc("Axes whose values are normalized together; −1 is the last, the channels of "
                 "channels_last.")
            .orOne(),
        epsilonRow<LayerNormalizationParams>(),
    })},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = sight,
    .arithmetic = arithmetic,
});

} // namespace convscope
