// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/argument_rows.h"
#include "layers/convolution_support.h"
#include "layers/layer_type.h"

// Conv1DTranspose, Conv2DTranspose, Conv3DTranspose: every input cell scatters a kernel into the
// output.

namespace convscope {

template <std::size_t N>
struct TransposedParams
{
    std::int64_t filters = 8;
    Tuple<N> kernelSize = filled<N>(3);
    Tuple<N> strides = filled<N>(1);
    Padding padding = Padding::Valid;
    std::optional<Tuple<N>> outputPadding;
    DataFormat dataFormat = DataFormat::ChannelsLast;
    Tuple<N> dilationRate = filled<N>(1);
    ObjectValue activation = activations().make("linear");
    bool useBias = true;
    ObjectValue kernelInitializer = initializers().make("glorot_uniform");
    ObjectValue biasInitializer = initializers().make("zeros");
    ObjectValue kernelRegularizer;
    ObjectValue biasRegularizer;
    ObjectValue activityRegularizer;
    ObjectValue kernelConstraint;
    ObjectValue biasConstraint;

    bool operator==(const TransposedParams &) const = default;
};

template <std::size_t N>
[[nodiscard]] Param<TransposedParams<N>> outputPaddingRow()
{
    return param("output_padding", &TransposedParams<N>::outputPadding)
        .label("Output padding")
        .doc("Cells added to the output's length, less than the stride. None: the length that the "
             "padding implies.")
        .atLeast(0)
        .rule("E9");
}

/// E9: output_padding below the stride on every axis.
template <std::size_t N>
[[nodiscard]] Result<void> outputPaddingBelowStride(const TransposedParams<N> &p)
{
    if (!p.outputPadding)
        return {};
    for (std::size_t axis = 0; axis < N; ++axis) {
        const std::int64_t added = (*p.outputPadding)[axis];
        if (added >= p.strides[axis])
            return fail("E9", "output_padding", toJsonText(list(*p.outputPadding)),
                        words("output_padding must be smaller than the stride. Received "
                              "output_padding {output_padding}, stride {stride} on axis {axis} "
                              "({axis_name}): {output_padding} ≥ {stride}",
                              added, p.strides[axis], axis,
                              term(axisName(static_cast<int>(axis), N))));
    }
    return {};
}

template <std::size_t N>
[[nodiscard]] AxisReport axisReport(const TransposedParams<N> &p, std::size_t axis,
                                    std::int64_t input)
{
    std::optional<std::int64_t> added;
    if (p.outputPadding)
        added = (*p.outputPadding)[axis];
    return transposedReport(
        input, {p.kernelSize[axis], p.strides[axis], p.dilationRate[axis], p.padding, added});
}

template <std::size_t N>
[[nodiscard]] Failure refuseLength(const TransposedParams<N> &p, const Shape &input,
                                   std::size_t axis, const AxisReport &report)
{
    const Value outputPadding = p.outputPadding ? Value(list(*p.outputPadding)) : Value();
    return refuseTransposed(windowWords(p), outputPadding, input, axis, report);
}

template <std::size_t N>
[[nodiscard]] Result<Shape> inferShape(const TransposedParams<N> &p, std::span<const Shape> inputs)
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

/// kernel (k…, filters, channels): output before input; bias (filters).
template <std::size_t N>
[[nodiscard]] std::vector<WeightSpec> weightSpecs(const TransposedParams<N> &p,
                                                  std::span<const Shape> inputs)
{
    const std::int64_t channels = knownChannels(inputs[0], p.dataFormat).value();
    std::vector<WeightSpec> specs{{.name = "kernel",
                                   .shape = kernelShape(p.kernelSize, p.filters, channels),
                                   .initializer = p.kernelInitializer,
                                   .regularizer = p.kernelRegularizer,
                                   .constraint = p.kernelConstraint}};
    appendBias(specs, p, p.filters);
    return specs;
}

/// One multiply–add per input cell, tap, channel and filter, those cropped away included.
template <std::size_t N>
[[nodiscard]] std::int64_t macs(const TransposedParams<N> &p, std::span<const Shape> inputs,
                                const Shape &)
{
    return product({cells(inputs[0], p.dataFormat), taps(p.kernelSize),
                    knownChannels(inputs[0], p.dataFormat).value(), p.filters});
}

template <std::size_t N>
[[nodiscard]] Result<Tensor> forward(const TransposedParams<N> &p, std::span<const Tensor> inputs,
                                     std::span<const Tensor> weights, const KernelContext &context)
{
    ConvProblem problem = convProblem(ConvOp::Deconv, p, inputs[0]);
    problem.oc = p.filters;
    return convolveAndActivate(problem, inputs[0],
                               {weights[0], {}, p.useBias ? weights[1] : Tensor()}, p.activation,
                               context);
}

} // namespace convscope
