// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/saturating.h"
#include "kernels/conv/convolution.h"
#include "layers/layer_type.h"
#include "layers/spatial_layer.h"

#include <initializer_list>

// Pieces that convolutions, depthwise, separable and transposed layers have in common.

namespace convscope {

/// The window's arguments for messages.
template <class P>
[[nodiscard]] WindowWords windowWords(const P &p)
{
    return {"kernel_size", list(p.kernelSize), list(p.strides), list(p.dilationRate), p.padding};
}

/// E8: a stride and a dilation above 1, on whatever axes.
template <class P>
[[nodiscard]] Result<void> strideOrDilation(const P &p)
{
    const auto above = [](const auto &tuple) {
        return tuple != filled<std::tuple_size_v<std::decay_t<decltype(tuple)>>>(1);
    };
    if (!above(p.strides) || !above(p.dilationRate))
        return {};
    return fail("E8", "strides", toJsonText(list(p.strides)),
                words("strides above 1 cannot be combined with a dilation_rate above 1. Received "
                      "strides {strides}, dilation_rate {dilation_rate}",
                      toPython(list(p.strides)), toPython(list(p.dilationRate))));
}

/// (k…, before, last).
template <std::size_t N>
[[nodiscard]] Extents kernelShape(const Tuple<N> &kernel, std::int64_t before, std::int64_t last)
{
    Extents shape(kernel.begin(), kernel.end());
    shape.push_back(before);
    shape.push_back(last);
    return shape;
}

template <class P>
void appendBias(std::vector<WeightSpec> &specs, const P &p, std::int64_t length)
{
    if (p.useBias)
        specs.push_back({.name = "bias",
                         .shape = {length},
                         .initializer = p.biasInitializer,
                         .regularizer = p.biasRegularizer,
                         .constraint = p.biasConstraint});
}

template <class P>
[[nodiscard]] ObjectValue activityRegularizer(const P &p)
{
    return p.activityRegularizer;
}

/// Saturating product.
[[nodiscard]] std::int64_t product(std::initializer_list<std::int64_t> factors);
/// Batch · spatial extents of a known shape.
[[nodiscard]] std::int64_t cells(const Shape &shape, DataFormat format);

template <std::size_t N>
[[nodiscard]] std::int64_t taps(const Tuple<N> &kernel)
{
    std::int64_t count = 1;
    for (const std::int64_t k : kernel)
        count = saturatingMultiply(count, k);
    return count;
}

/// The numbers every operation has; the caller adds oc, groups and multiplier.
template <class P>
[[nodiscard]] ConvProblem convProblem(ConvOp op, const P &p, const Tensor &src)
{
    ConvProblem problem;
    problem.op = op;
    problem.rank = src.rank() - 2;
    problem.mb = src.extent(0);
    problem.ic = src.extent(channelAxis(p.dataFormat, src.rank()));
    problem.format = p.dataFormat;
    const std::vector<AxisReport> reports = axes(p, Shape(src.extents()));
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const AxisMap &map = reports[i].map;
        problem.in[i] = map.input;
        problem.out[i] = map.output;
        problem.kernel[i] = p.kernelSize[i];
        problem.strides[i] = p.strides[i];
        problem.dilation[i] = p.dilationRate[i];
        const bool transposed = op == ConvOp::Deconv;
        problem.padBefore[i] = transposed ? -map.offset : map.offset;
        const std::int64_t steps = (transposed ? map.input : map.output) - 1;
        const std::int64_t reach = steps * p.strides[i] + reports[i].window;
        problem.padAfter[i] = reach - problem.padBefore[i] - (transposed ? map.output : map.input);
    }
    return problem;
}

/// The convolution with its activation: in one go where that is a function of one number.
[[nodiscard]] Result<Tensor> convolveAndActivate(const ConvProblem &problem, const Tensor &src,
                                                 const ConvWeights &weights,
                                                 const ObjectValue &activation,
                                                 const KernelContext &context);

/// "3×3"; one number where all are equal and `folded`.
[[nodiscard]] std::string extentsText(const IntList &extents, bool folded);

/// "3×3 · stride 2", "5×5", "9 · causal", "5×5 · dilation 3".
[[nodiscard]] Words windowBrief(const IntList &kernel, const IntList &strides,
                                const IntList &dilation, Padding padding);

template <class P>
[[nodiscard]] Words brief(const P &p)
{
    return windowBrief(list(p.kernelSize), list(p.strides), list(p.dilationRate), p.padding);
}

} // namespace convscope
