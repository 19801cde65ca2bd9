// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/argument_rows.h"
#include "layers/convolution_support.h"
#include "layers/layer_type.h"
#include "layers/spatial_layer.h"

// Conv1D, Conv2D, Conv3D: what the three ranks share. The layers' own files list the arguments.

namespace convscope {

/// Arguments of a convolution over N axes (rows before columns).
template <std::size_t N>
struct ConvParams
{
    std::int64_t filters = 8;
    Tuple<N> kernelSize = filled<N>(3);
    Tuple<N> strides = filled<N>(1);
    Padding padding = Padding::Valid;
    DataFormat dataFormat = DataFormat::ChannelsLast;
    Tuple<N> dilationRate = filled<N>(1);
    std::int64_t groups = 1;
    ObjectValue activation = activations().make("linear");
    bool useBias = true;
    ObjectValue kernelInitializer = initializers().make("glorot_uniform");
    ObjectValue biasInitializer = initializers().make("zeros");
    ObjectValue kernelRegularizer;
    ObjectValue biasRegularizer;
    ObjectValue activityRegularizer;
    ObjectValue kernelConstraint;
    ObjectValue biasConstraint;

    bool operator==(const ConvParams &) const = default;
};

template <std::size_t N>
[[nodiscard]] AxisReport axisReport(const ConvParams<N> &p, std::size_t axis, std::int64_t input)
{
    return windowReport(input,
                        {p.kernelSize[axis], p.strides[axis], p.dilationRate[axis], p.padding});
}

template <std::size_t N>
[[nodiscard]] Failure refuseLength(const ConvParams<N> &p, const Shape &input, std::size_t axis,
                                   const AxisReport &report)
{
    return refuseWindow(windowWords(p), input, axis, report);
}

/// Both rules on groups: the filters' share here, the input channels' in inferShape.
template <std::size_t N>
[[nodiscard]] Result<void> filtersFillGroups(const ConvParams<N> &p)
{
    if (p.filters % p.groups == 0)
        return {};
    return fail("E7", "groups", std::to_string(p.groups),
                words("groups must divide the number of filters. Received groups {groups}, filters "
                      "{filters}: {filters} mod {groups} = {remainder}",
                      p.groups, p.filters, p.filters % p.groups));
}

template <std::size_t N>
[[nodiscard]] Result<Shape> inferShape(const ConvParams<N> &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    const auto channels = knownChannels(input, p.dataFormat);
    if (!channels)
        return fail(channels.error());
    if (*channels % p.groups != 0)
        return fail("E7", "groups", std::to_string(p.groups),
                    words("groups must divide the number of input channels. Received groups "
                          "{groups} for {channels} channels of the input shape {input_shape}: "
                          "{channels} mod {groups} = {remainder}",
                          p.groups, *channels, input.toString(), *channels % p.groups));
    auto shape = spatialShape(p, input);
    if (!shape)
        return shape;
    (*shape)[channelAxis(p.dataFormat, input.rank())] = p.filters;
    return activationShape(p.activation, *shape);
}

/// kernel (k…, channels/groups, filters), bias (filters).
template <std::size_t N>
[[nodiscard]] std::vector<WeightSpec> weightSpecs(const ConvParams<N> &p,
                                                  std::span<const Shape> inputs)
{
    const std::int64_t channels = knownChannels(inputs[0], p.dataFormat).value();
    std::vector<WeightSpec> specs{
        {.name = "kernel",
         .shape = kernelShape(p.kernelSize, channels / p.groups, p.filters),
         .initializer = p.kernelInitializer,
         .regularizer = p.kernelRegularizer,
         .constraint = p.kernelConstraint}};
    appendBias(specs, p, p.filters);
    return specs;
}

template <std::size_t N>
[[nodiscard]] std::int64_t macs(const ConvParams<N> &p, std::span<const Shape> inputs,
                                const Shape &output)
{
    const std::int64_t channels = knownChannels(inputs[0], p.dataFormat).value();
    return product(
        {cells(output, p.dataFormat), taps(p.kernelSize), channels / p.groups, p.filters});
}

template <std::size_t N>
[[nodiscard]] Result<Tensor> forward(const ConvParams<N> &p, std::span<const Tensor> inputs,
                                     std::span<const Tensor> weights, const KernelContext &context)
{
    ConvProblem problem = convProblem(ConvOp::Conv, p, inputs[0]);
    problem.oc = p.filters;
    problem.groups = p.groups;
    return convolveAndActivate(problem, inputs[0],
                               {weights[0], {}, p.useBias ? weights[1] : Tensor()}, p.activation,
                               context);
}

} // namespace convscope
