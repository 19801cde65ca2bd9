// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/argument_rows.h"
#include "layers/convolution_support.h"
#include "layers/layer_type.h"

// DepthwiseConv1D and DepthwiseConv2D: every channel has filters of its own.

namespace convscope {

template <std::size_t N>
struct DepthwiseParams
{
    Tuple<N> kernelSize = filled<N>(3);
    Tuple<N> strides = filled<N>(1);
    Padding padding = Padding::Valid;
    std::int64_t depthMultiplier = 1;
    DataFormat dataFormat = DataFormat::ChannelsLast;
    Tuple<N> dilationRate = filled<N>(1);
    ObjectValue activation = activations().make("linear");
    bool useBias = true;
    ObjectValue depthwiseInitializer = initializers().make("glorot_uniform");
    ObjectValue biasInitializer = initializers().make("zeros");
    ObjectValue depthwiseRegularizer;
    ObjectValue biasRegularizer;
    ObjectValue activityRegularizer;
    ObjectValue depthwiseConstraint;
    ObjectValue biasConstraint;

    bool operator==(const DepthwiseParams &) const = default;
};

template <std::size_t N>
[[nodiscard]] AxisReport axisReport(const DepthwiseParams<N> &p, std::size_t axis,
                                    std::int64_t input)
{
    return windowReport(input,
                        {p.kernelSize[axis], p.strides[axis], p.dilationRate[axis], p.padding});
}

template <std::size_t N>
[[nodiscard]] Failure refuseLength(const DepthwiseParams<N> &p, const Shape &input,
                                   std::size_t axis, const AxisReport &report)
{
    return refuseWindow(windowWords(p), input, axis, report);
}

/// Output channel c·multiplier + m comes from input channel c.
template <std::size_t N>
[[nodiscard]] Result<Shape> inferShape(const DepthwiseParams<N> &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    const auto channels = knownChannels(input, p.dataFormat);
    if (!channels)
        return fail(channels.error());
    auto shape = spatialShape(p, input);
    if (!shape)
        return shape;
    (*shape)[channelAxis(p.dataFormat, input.rank())] =
        saturatingMultiply(*channels, p.depthMultiplier);
    return activationShape(p.activation, *shape);
}

/// depthwise_kernel (k…, channels, multiplier), bias (channels·multiplier).
template <std::size_t N>
[[nodiscard]] std::vector<WeightSpec> weightSpecs(const DepthwiseParams<N> &p,
                                                  std::span<const Shape> inputs)
{
    const std::int64_t channels = knownChannels(inputs[0], p.dataFormat).value();
    std::vector<WeightSpec> specs{{.name = "depthwise_kernel",
                                   .shape = kernelShape(p.kernelSize, channels, p.depthMultiplier),
                                   .initializer = p.depthwiseInitializer,
                                   .regularizer = p.depthwiseRegularizer,
                                   .constraint = p.depthwiseConstraint}};
    appendBias(specs, p, saturatingMultiply(channels, p.depthMultiplier));
    return specs;
}

template <std::size_t N>
[[nodiscard]] std::int64_t macs(const DepthwiseParams<N> &p, std::span<const Shape> inputs,
                                const Shape &output)
{
    return product({cells(output, p.dataFormat), taps(p.kernelSize),
                    knownChannels(inputs[0], p.dataFormat).value(), p.depthMultiplier});
}

template <std::size_t N>
[[nodiscard]] Result<Tensor> forward(const DepthwiseParams<N> &p, std::span<const Tensor> inputs,
                                     std::span<const Tensor> weights, const KernelContext &context)
{
    ConvProblem problem = convProblem(ConvOp::Depthwise, p, inputs[0]);
    problem.multiplier = p.depthMultiplier;
    problem.oc = problem.ic * p.depthMultiplier;
    return convolveAndActivate(problem, inputs[0],
                               {weights[0], {}, p.useBias ? weights[1] : Tensor()}, p.activation,
                               context);
}

} // namespace convscope
