// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/affine.h"
#include "layers/scale_and_center.h"
#include "layers/tensor_axes.h"
#include "layers/tensor_axis.h"

namespace convscope {

namespace {

struct BatchNormalizationParams : ScaleAndCenter
{
    std::int64_t axis = -1;
    double momentum = 0.99;
    double epsilon = 0.001;
    ObjectValue movingMeanInitializer = initializers().make("zeros");
    ObjectValue movingVarianceInitializer = initializers().make("ones");

    bool operator==(const BatchNormalizationParams &) const = default;
};

Result<Shape> inferShape(const BatchNormalizationParams &p, std::span<const Shape> inputs)
{
    const auto axis = tensorAxis(p.axis, inputs[0]);
    if (!axis)
        return fail(axis.error());
    if (const auto extents = knownExtents({*axis}, inputs[0]); !extents)
        return fail(extents.error());
    return inputs[0];
}

/// gamma, beta, moving_mean, moving_variance, each one number per channel; the last two are not
/// trained.
std::vector<WeightSpec> weightSpecs(const BatchNormalizationParams &p,
                                    std::span<const Shape> inputs)
{
    const Extents shape{inputs[0][static_cast<int>(p.axis)].value()};
    std::vector<WeightSpec> specs = scaleAndCenterSpecs(p, shape);
    const auto statistic = [&](const char *name, const ObjectValue &initializer) {
        specs.push_back({.name = name,
                         .shape = shape,
                         .initializer = initializer,
                         .regularizer = {},
                         .constraint = {},
                         .trainable = false});
    };
    statistic("moving_mean", p.movingMeanInitializer);
    statistic("moving_variance", p.movingVarianceInitializer);
    return specs;
}

Result<Tensor> forward(const BatchNormalizationParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    const Tensor &mean = weights[weights.size() - 2];
    const Tensor &variance = weights[weights.size() - 1];
    return affine(
        batchNormalization(gammaOf(p, weights), betaOf(p, weights), mean, variance, p.epsilon),
        inputs[0], static_cast<int>(p.axis), context);
}

Arithmetic arithmetic(const BatchNormalizationParams &p, std::span<const Shape>)
{
    Arithmetic a = normalizationOf(p, p.epsilon, {static_cast<int>(p.axis)});
    a.normalization.spread = NormalizationRule::Spread::Stored;
    a.normalization.mean = (p.scale ? 1 : 0) + (p.center ? 1 : 0);
    a.normalization.variance = a.normalization.mean + 1;
    return a;
}

} // namespace

extern const LayerType kBatchNormalization;
const LayerType kBatchNormalization = layerType<BatchNormalizationParams>({
    .className = "BatchNormalization",
    .group = LayerGroup::Normalization,
    .summary = "brings every channel to a learned mean and spread",
    .schema = {withScaleAndCenter<BatchNormalizationParams>(
        {
            param("axis", &BatchNormalizationParams::axis)
                .label("Axis")
                .doc("Axis of the channels: −1 for channels_last, 1 for channels_first."),
            param("momentum", &BatchNormalizationParams::momentum)
                .label("Momentum")
                .doc("How much of the old moving statistics each training step keeps.")
                .atLeast(0)
                .atMost(1),
            epsilonRow<BatchNormalizationParams>(),
        },
        {
            rows::initializer<BatchNormalizationParams>(
                "moving_mean", &BatchNormalizationParams::movingMeanInitializer),
            rows::initializer<BatchNormalizationParams>(
                "moving_variance", &BatchNormalizationParams::movingVarianceInitializer),
        })},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
