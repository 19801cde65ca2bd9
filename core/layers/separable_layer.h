// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/argument_rows.h"
#include "layers/convolution_support.h"
#include "layers/layer_type.h"

// SeparableConv1D and SeparableConv2D: a depthwise convolution, then a 1×1 convolution across
// channels.

namespace convscope {

template <std::size_t N>
struct SeparableParams
{
    std::int64_t filters = 8;
    Tuple<N> kernelSize = filled<N>(3);
    Tuple<N> strides = filled<N>(1);
    Padding padding = Padding::Valid;
    DataFormat dataFormat = DataFormat::ChannelsLast;
    Tuple<N> dilationRate = filled<N>(1);
    std::int64_t depthMultiplier = 1;
    ObjectValue activation = activations().make("linear");
    bool useBias = true;
    ObjectValue depthwiseInitializer = initializers().make("glorot_uniform");
    ObjectValue pointwiseInitializer = initializers().make("glorot_uniform");
    ObjectValue biasInitializer = initializers().make("zeros");
    ObjectValue depthwiseRegularizer;
    ObjectValue pointwiseRegularizer;
    ObjectValue biasRegularizer;
    ObjectValue activityRegularizer;
    ObjectValue depthwiseConstraint;
    ObjectValue pointwiseConstraint;
    ObjectValue biasConstraint;

    bool operator==(const SeparableParams &) const = default;
};

template <std::size_t N>
[[nodiscard]] AxisReport axisReport(const SeparableParams<N> &p, std::size_t axis,
                                    std::int64_t input)
{
    return windowReport(input,
                        {p.kernelSize[axis], p.strides[axis], p.dilationRate[axis], p.padding});
}

template <std::size_t N>
[[nodiscard]] Failure refuseLength(const SeparableParams<N> &p, const Shape &input,
                                   std::size_t axis, const AxisReport &report)
{
    return refuseWindow(windowWords(p), input, axis, report);
}

template <std::size_t N>
[[nodiscard]] Result<Shape> inferShape(const SeparableParams<N> &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    if (auto channels = knownChannels(input, p.dataFormat); !channels)
        return fail(channels.error());
    auto shape = spatialShape(p, input);
    if (!shape)
        return shape;
    (*shape)[channelAxis(p.dataFormat, input.rank())] = p.filters;
    return activationShape(p.activation, *shape);
}

/// depthwise_kernel (k…, channels, multiplier), pointwise_kernel (1…, channels·multiplier,
/// filters), bias (filters).
template <std::size_t N>
[[nodiscard]] std::vector<WeightSpec> weightSpecs(const SeparableParams<N> &p,
                                                  std::span<const Shape> inputs)
{
    const std::int64_t channels = knownChannels(inputs[0], p.dataFormat).value();
    const std::int64_t between = saturatingMultiply(channels, p.depthMultiplier);
    std::vector<WeightSpec> specs{
        {.name = "depthwise_kernel",
         .shape = kernelShape(p.kernelSize, channels, p.depthMultiplier),
         .initializer = p.depthwiseInitializer,
         .regularizer = p.depthwiseRegularizer,
         .constraint = p.depthwiseConstraint},
        {.name = "pointwise_kernel",
         .shape = kernelShape(filled<N>(1), between, p.filters),
         .initializer = p.pointwiseInitializer,
         .regularizer = p.pointwiseRegularizer,
         .constraint = p.pointwiseConstraint},
    };
    appendBias(specs, p, p.filters);
    return specs;
}

template <std::size_t N>
[[nodiscard]] std::int64_t macs(const SeparableParams<N> &p, std::span<const Shape> inputs,
                                const Shape &output)
{
    const std::int64_t between =
        saturatingMultiply(knownChannels(inputs[0], p.dataFormat).value(), p.depthMultiplier);
    const std::int64_t places = cells(output, p.dataFormat);
    return saturatingAdd(product({places, taps(p.kernelSize), between}),
                         product({places, between, p.filters}));
}

template <std::size_t N>
[[nodiscard]] Result<Tensor> forward(const SeparableParams<N> &p, std::span<const Tensor> inputs,
                                     std::span<const Tensor> weights, const KernelContext &context)
{
    ConvProblem problem = convProblem(ConvOp::Separable, p, inputs[0]);
    problem.oc = p.filters;
    problem.multiplier = p.depthMultiplier;
    return convolveAndActivate(problem, inputs[0],
                               {weights[0], weights[1], p.useBias ? weights[2] : Tensor()},
                               p.activation, context);
}

template <std::size_t N>
[[nodiscard]] Arithmetic arithmetic(const SeparableParams<N> &p, std::span<const Shape> inputs)
{
    Arithmetic a = weighted<KernelLayout::Depthwise>(p, inputs);
    a.rule = Arithmetic::Rule::Separable;
    return a;
}

} // namespace convscope
