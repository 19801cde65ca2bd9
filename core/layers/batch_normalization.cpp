// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/affine.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"
#include "layers/tensor_axis.h"

namespace convscope {

namespace {

struct BatchNormalizationParams
{
    std::int64_t axis = -1;
    double momentum = 0.99;
    double epsilon = 0.001;
    bool center = true;
    bool scale = true;
    ObjectValue betaInitializer = initializers().make("zeros");
    ObjectValue gammaInitializer = initializers().make("ones");
    ObjectValue movingMeanInitializer = initializers().make("zeros");
    ObjectValue movingVarianceInitializer = initializers().make("ones");
    ObjectValue betaRegularizer;
    ObjectValue gammaRegularizer;
    ObjectValue betaConstraint;
    ObjectValue gammaConstraint;

    bool operator==(const BatchNormalizationParams &) const = default;
};

Result<Shape> inferShape(const BatchNormalizationParams &p, std::span<const Shape> inputs)
{
    const auto axis = tensorAxis(p.axis, inputs[0]);
    if (!axis)
        return fail(axis.error());
    if (!inputs[0][*axis])
        return fail("E12", "input", {},
                    words("The axis that is normalized (axis {axis}) must be defined. Received the "
                          "input shape {input_shape}",
                          *axis, inputs[0].toString()));
    return inputs[0];
}

/// gamma, beta, moving_mean, moving_variance, each one number per channel; the last two are not
/// trained.
std::vector<WeightSpec> weightSpecs(const BatchNormalizationParams &p,
                                    std::span<const Shape> inputs)
{
    const Extents shape{inputs[0][static_cast<int>(p.axis)].value()};
    std::vector<WeightSpec> specs;
    if (p.scale)
        specs.push_back({.name = "gamma",
                         .shape = shape,
                         .initializer = p.gammaInitializer,
                         .regularizer = p.gammaRegularizer,
                         .constraint = p.gammaConstraint});
    if (p.center)
        specs.push_back({.name = "beta",
                         .shape = shape,
                         .initializer = p.betaInitializer,
                         .regularizer = p.betaRegularizer,
                         .constraint = p.betaConstraint});
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
    const Tensor gamma = p.scale ? weights[0] : Tensor();
    const Tensor beta = p.center ? weights[p.scale ? 1 : 0] : Tensor();
    const Tensor &mean = weights[weights.size() - 2];
    const Tensor &variance = weights[weights.size() - 1];
    return affine(batchNormalization(gamma, beta, mean, variance, p.epsilon), inputs[0],
                  static_cast<int>(p.axis), context);
}

Arithmetic arithmetic(const BatchNormalizationParams &p, std::span<const Shape>)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Normalize);
    int next = 0;
    a.normalization.gamma = p.scale ? next++ : -1;
    a.normalization.beta = p.center ? next++ : -1;
    a.normalization.spread = NormalizationRule::Spread::Stored;
    a.normalization.mean = next;
    a.normalization.variance = next + 1;
    a.normalization.epsilon = p.epsilon;
    a.normalization.axes = {static_cast<int>(p.axis)};
    return a;
}

} // namespace

extern const LayerType kBatchNormalization;
const LayerType kBatchNormalization = layerType<BatchNormalizationParams>({
    .className = "BatchNormalization",
    .group = LayerGroup::Normalization,
    .summary = "brings every channel to a learned mean and spread",
    .schema = {{
        param("axis", &BatchNormalizationParams::axis)
            .label("Axis")
            .doc("Axis of the channels: −1 for channels_last, 1 for channels_first."),
        param("momentum", &BatchNormalizationParams::momentum)
            .label("Momentum")
            .doc("How much of the old moving statistics each training step keeps.")
            .atLeast(0)
            .atMost(1),
        param("epsilon", &BatchNormalizationParams::epsilon)
            .label("Epsilon")
            .doc("Added to the variance, so that nothing is divided by zero.")
            .atLeast(0),
        param("center", &BatchNormalizationParams::center)
            .label("Center")
            .doc("Whether a learned beta is added."),
        param("scale", &BatchNormalizationParams::scale)
            .label("Scale")
            .doc("Whether a learned gamma multiplies."),
        rows::initializer("beta", &BatchNormalizationParams::betaInitializer),
        rows::initializer("gamma", &BatchNormalizationParams::gammaInitializer),
        rows::initializer("moving_mean", &BatchNormalizationParams::movingMeanInitializer),
        rows::initializer("moving_variance", &BatchNormalizationParams::movingVarianceInitializer),
        rows::regularizer("beta", &BatchNormalizationParams::betaRegularizer),
        rows::regularizer("gamma", &BatchNormalizationParams::gammaRegularizer),
        rows::constraint("beta", &BatchNormalizationParams::betaConstraint),
        rows::constraint("gamma", &BatchNormalizationParams::gammaConstraint),
    }},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
