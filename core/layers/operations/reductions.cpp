// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/normalized_axes.h"
#include "layers/tensor_axes.h"

#include <algorithm>

// Operations that make one value of all along some axes.

namespace convscope {

namespace {

template <ReduceOp Op>
struct ReductionParams
{
    std::optional<IntList> axis;
    bool keepdims = false;
    std::optional<double> initial;

    bool operator==(const ReductionParams &) const = default;
};

template <ReduceOp Op>
Result<void> startsFromNothing(const ReductionParams<Op> &p)
{
    if (!p.initial)
        return {};
    return fail("E3", "initial", toJsonText(*p.initial),
                words("initial must be None. Received {value}", toPython(*p.initial)));
}

template <ReduceOp Op>
Result<Shape> inferShape(const ReductionParams<Op> &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    if (!p.axis)
        return fail("E11", "axis", "null",
                    words("axis None would take the whole batch together; name axes other than the "
                          "batch. Received the input shape {shape}",
                          input.toString()));
    const auto axes = tensorAxes(*p.axis, input);
    if (!axes)
        return fail(axes.error());
    std::vector<Dim> dims;
    for (int axis = 0; axis < input.rank(); ++axis) {
        if (std::find(axes->begin(), axes->end(), axis) == axes->end())
            dims.push_back(input[axis]);
        else if (p.keepdims)
            dims.emplace_back(1);
    }
    return Shape(std::move(dims));
}

template <ReduceOp Op>
Result<Tensor> forward(const ReductionParams<Op> &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const Tensor &src = inputs[0];
    const Shape shape(src.extents());
    const auto reduced = reduceAxes(Op, tensorAxes(*p.axis, shape).value(), src, context);
    if (!reduced || !p.keepdims)
        return reduced;
    return reduced->reshaped(inferShape(p, std::span(&shape, 1)).value().extents().value());
}

/// All cells along the axes that are taken together, the same place along the others.
template <ReduceOp Op>
Sight sight(const ReductionParams<Op> &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    const Shape &input = inputs[0];
    const std::vector<int> axes = tensorAxes(*p.axis, input).value();
    Sight sight = everythingOf(input);
    int to = 1;
    for (int axis = 1; axis < input.rank(); ++axis) {
        const bool isReduced = std::find(axes.begin(), axes.end(), axis) != axes.end();
        if (!isReduced)
            sight.axes[static_cast<std::size_t>(axis) - 1] = sameIndex(to, input[axis].value());
        to += !isReduced || p.keepdims ? 1 : 0;
    }
    return sight;
}

template <ReduceOp Op>
Arithmetic arithmetic(const ReductionParams<Op> &, std::span<const Shape>)
{
    using Rule = Arithmetic::Rule;
    static constexpr Rule kRules[] = {Rule::Total, Rule::Mean,     Rule::Max,
                                      Rule::Min,   Rule::Variance, Rule::Variance};
    Arithmetic a = Op == ReduceOp::Deviation ? functionOf("sqrt", {}, Pointwise{PointwiseOp::Sqrt})
                                             : Arithmetic();
    a.rule = kRules[static_cast<std::size_t>(Op)];
    return a;
}

template <ReduceOp Op>
Words brief(const ReductionParams<Op> &p)
{
    return p.axis ? words("axis {axis}", toPython(*p.axis)) : Words();
}

template <ReduceOp Op>
LayerType reduction(std::string className, std::string summary)
{
    using P = ReductionParams<Op>;
    std::vector<Param<P>> arguments;
    arguments.push_back(param("axis", &P::axis)
                            .label("Axis")
                            .doc("Axes that are taken together, counted with the batch as 0; "
                                 "negative ones from the end.")
                            .orOne());
    arguments.push_back(param("keepdims", &P::keepdims)
                            .label("Keep axes")
                            .doc("Whether the axes stay, with length 1."));
    if (Op == ReduceOp::Maximum || Op == ReduceOp::Minimum) {
        arguments.push_back(param("initial", &P::initial)
                                .label("Initial")
                                .doc("A value that takes part besides those of the tensor.")
                                .rare());
    }
    return layerType<P>({
        .className = std::move(className),
        .module = "keras.src.ops.numpy",
        .group = LayerGroup::Pool,
        .summary = std::move(summary),
        .schema = {arguments, {startsFromNothing<Op>}},
        .callArguments = {"x"},
        .inferShape = inferShape,
        .forward = forward,
        .sight = sight,
        .arithmetic = arithmetic,
        .brief = brief,
    });
}

struct NormalizeParams
{
    IntList axis{-1};
    std::int64_t order = 2;
    std::optional<double> epsilon;

    bool operator==(const NormalizeParams &) const = default;
};

Result<void> isEuclidean(const NormalizeParams &p)
{
    if (p.order == 2)
        return {};
    return fail("E3", "order", std::to_string(p.order),
                words("order must be 2, the length of a vector. Received {order}", p.order));
}

Result<Shape> inferShape(const NormalizeParams &p, std::span<const Shape> inputs)
{
    const auto axes = tensorAxes(p.axis, inputs[0]);
    if (!axes)
        return fail(axes.error());
    return inputs[0];
}

double leastLength(const NormalizeParams &p)
{
    return p.epsilon.value_or(1e-7);
}

Arithmetic arithmetic(const NormalizeParams &p, std::span<const Shape> inputs)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Normalize);
    a.normalization.spread = NormalizationRule::Spread::SumOfSquares;
    a.normalization.least = leastLength(p);
    a.normalization.axes = tensorAxes(p.axis, inputs[0]).value();
    return a;
}

Sight sight(const NormalizeParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return alongAxes(inputs[0], tensorAxes(p.axis, inputs[0]).value());
}

Result<Tensor> forward(const NormalizeParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return normalizeAxes({.axes = tensorAxes(p.axis, Shape(inputs[0].extents())).value(),
                          .by = GroupNorm::By::Length,
                          .epsilon = leastLength(p),
                          .gamma = {},
                          .beta = {}},
                         inputs[0], context);
}

} // namespace

extern const LayerType kOpMean;
const LayerType kOpMean = reduction<ReduceOp::Mean>("ops.Mean", "mean along axes");

extern const LayerType kOpSum;
const LayerType kOpSum = reduction<ReduceOp::Sum>("ops.Sum", "sum along axes");

extern const LayerType kOpMax;
const LayerType kOpMax = reduction<ReduceOp::Maximum>("ops.Max", "largest value along axes");

extern const LayerType kOpMin;
const LayerType kOpMin = reduction<ReduceOp::Minimum>("ops.Min", "smallest value along axes");

extern const LayerType kOpVar;
const LayerType kOpVar = reduction<ReduceOp::Variance>("ops.Var", "variance along axes");

extern const LayerType kOpStd;
const LayerType kOpStd = reduction<ReduceOp::Deviation>("ops.Std", "standard deviation along axes");

extern const LayerType kOpNormalize;
const LayerType kOpNormalize = layerType<NormalizeParams>({
    .className = "ops.Normalize",
    .module = "keras.src.ops.nn",
    .group = LayerGroup::Normalization,
    .summary = "divides by the length of the vector along an axis",
    .schema = {{
                   param("axis", &NormalizeParams::axis)
                       .label("Axis")
                       .doc("Axes along which the squares are added up; −1 is the last.")
                       .orOne(),
                   param("order", &NormalizeParams::order).label("Order").doc("2: the length."),
                   param("epsilon", &NormalizeParams::epsilon)
                       .label("Epsilon")
                       .doc("The least length that is divided by; None: 1e-07."),
               },
               {isEuclidean}},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = arithmetic,
});

} // namespace convscope
