// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise.h"
#include "kernels/functions/pointwise.h"
#include "kernels/functions/softmax.h"
#include "layers/activations.h"
#include "layers/pass_on.h"
#include "layers/tensor_axis.h"

#include <limits>

// Operations that are functions of every value, or of a line of values.

namespace convscope {

namespace {

constexpr const char *kNumpy = "keras.src.ops.numpy";

template <ElementwiseOp Op>
struct ActivationParams
{
    bool operator==(const ActivationParams &) const = default;
};

template <ElementwiseOp Op>
Elementwise appliedFunction(const ActivationParams<Op> &)
{
    constexpr float kNone = std::numeric_limits<float>::infinity();
    return Op == ElementwiseOp::Relu ? Elementwise{Op, 0, kNone, 0} : Elementwise{Op};
}

/// Classes whose arguments make such a function.
template <class P>
concept HasFunction = requires(const P &p)
{
    appliedFunction(p);
};

template <HasFunction P>
Result<Tensor> forward(const P &p, std::span<const Tensor> inputs, std::span<const Tensor>,
                       const KernelContext &context)
{
    return elementwise(appliedFunction(p), inputs[0], context);
}

/// Keras' word for it.
std::string wordOf(ElementwiseOp op)
{
    for (const ObjectType &type : activations().types()) {
        const auto function = elementwiseOf(activations().make(type.className));
        if (function && function->op == op && !type.identifiers.empty())
            return type.identifiers.front();
    }
    return "gelu";
}

template <HasFunction P>
Arithmetic arithmetic(const P &p, std::span<const Shape>)
{
    const Elementwise function = appliedFunction(p);
    return functionOf(wordOf(function.op), {}, function);
}

template <PointwiseOp Op>
struct PointwiseParams
{
    bool operator==(const PointwiseParams &) const = default;
};

template <PointwiseOp Op>
Result<Tensor> forward(const PointwiseParams<Op> &, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return pointwise({Op}, inputs[0], context);
}

template <PointwiseOp Op>
Arithmetic arithmetic(const PointwiseParams<Op> &, std::span<const Shape>)
{
    if (Op == PointwiseOp::Negative) {
        Arithmetic a = arithmeticOf(Arithmetic::Rule::Scale);
        a.scale = -1;
        return a;
    }
    static constexpr const char *kNames[] = {"negative",   "absolute", "square", "sqrt", "rsqrt",
                                             "reciprocal", "log",      "floor",  "ceil", "round"};
    return functionOf(kNames[static_cast<std::size_t>(Op)], {}, Pointwise{Op});
}

/// Functions with a slope or the like.
template <ElementwiseOp Op>
struct SlopeParams
{
    double slope = Op == ElementwiseOp::LeakyRelu ? 0.2 : 1.0;

    bool operator==(const SlopeParams &) const = default;
};

template <ElementwiseOp Op>
Elementwise appliedFunction(const SlopeParams<Op> &p)
{
    return {Op, static_cast<float>(p.slope)};
}

struct GeluParams
{
    bool approximate = true;

    bool operator==(const GeluParams &) const = default;
};

Elementwise appliedFunction(const GeluParams &p)
{
    return {p.approximate ? ElementwiseOp::GeluApproximate : ElementwiseOp::Gelu};
}

struct ClipParams
{
    double least = 0;
    double most = 1;

    bool operator==(const ClipParams &) const = default;
};

Pointwise clipping(const ClipParams &p)
{
    return {PointwiseOp::Clip, static_cast<float>(p.least), static_cast<float>(p.most)};
}

Result<Tensor> forward(const ClipParams &p, std::span<const Tensor> inputs, std::span<const Tensor>,
                       const KernelContext &context)
{
    return pointwise(clipping(p), inputs[0], context);
}

Arithmetic arithmetic(const ClipParams &p, std::span<const Shape>)
{
    return functionOf("clip", {{"x_min", p.least}, {"x_max", p.most}}, clipping(p));
}

/// A class that makes each value of one.
template <class P>
LayerType ofOneValue(std::string className, std::string summary,
                     std::string module = "keras.src.ops.nn", std::vector<Param<P>> arguments = {})
{
    return layerType<P>({
        .className = std::move(className),
        .module = std::move(module),
        .group = LayerGroup::Activation,
        .summary = std::move(summary),
        .schema = {std::move(arguments)},
        .callArguments = {"x"},
        .inferShape = keepShape,
        .forward = forward,
        .sight = samePlace,
        .arithmetic = arithmetic,
    });
}

template <ElementwiseOp Op>
LayerType activationOperation(std::string className, std::string summary)
{
    return ofOneValue<ActivationParams<Op>>(std::move(className), std::move(summary));
}

template <ElementwiseOp Op>
LayerType slopeOperation(std::string className, std::string summary, std::string_view argument)
{
    using P = SlopeParams<Op>;
    return ofOneValue<P>(std::move(className), std::move(summary), "keras.src.ops.nn",
                         {param(argument, &P::slope)
                              .label(Op == ElementwiseOp::LeakyRelu ? "Slope" : "Alpha")
                              .doc("Factor of what is below 0.")});
}

template <PointwiseOp Op>
LayerType pointwiseOperation(std::string className, std::string summary)
{
    return ofOneValue<PointwiseParams<Op>>(std::move(className), std::move(summary), kNumpy);
}

template <SoftmaxKind Kind>
struct LineParams
{
    std::int64_t axis = -1;

    bool operator==(const LineParams &) const = default;
};

template <SoftmaxKind Kind>
Result<Shape> inferShape(const LineParams<Kind> &p, std::span<const Shape> inputs)
{
    if (const auto axis = tensorAxis(p.axis, inputs[0]); !axis)
        return fail(axis.error());
    return inputs[0];
}

template <SoftmaxKind Kind>
Result<Tensor> forward(const LineParams<Kind> &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return softmax(Kind, inputs[0], static_cast<int>(p.axis), context);
}

template <SoftmaxKind Kind>
Sight sight(const LineParams<Kind> &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    const int axis = tensorAxis(p.axis, inputs[0]).value();
    return alongAxes(inputs[0], std::span(&axis, 1));
}

template <SoftmaxKind Kind>
Arithmetic arithmetic(const LineParams<Kind> &p, std::span<const Shape>)
{
    return lineFunctionOf(Kind == SoftmaxKind::Softmax ? "softmax" : "log_softmax", Kind,
                          static_cast<int>(p.axis));
}

template <SoftmaxKind Kind>
LayerType lineOperation(std::string className, std::string summary)
{
    using P = LineParams<Kind>;
    return layerType<P>({
        .className = std::move(className),
        .module = "keras.src.ops.nn",
        .group = LayerGroup::Activation,
        .summary = std::move(summary),
        .schema = {{param("axis", &P::axis)
                        .label("Axis")
                        .doc("Axis along which the values are taken together; −1 is the last.")}},
        .callArguments = {"x"},
        .inferShape = inferShape,
        .forward = forward,
        .sight = sight,
        .arithmetic = arithmetic,
    });
}

struct CastParams
{
    std::string dtype = "float32";

    bool operator==(const CastParams &) const = default;
};

Result<void> isFloat(const CastParams &p)
{
    if (p.dtype == "float32" || p.dtype == "float16" || p.dtype == "bfloat16" ||
        p.dtype == "float64")
        return {};
    return fail("E10", "dtype", toJsonText(p.dtype),
                words("dtype must be a float type, as everything is computed in float32. Received "
                      "'{dtype}'",
                      p.dtype));
}

struct NoParams
{
    bool operator==(const NoParams &) const = default;
};

} // namespace

#define OPERATION(name)                                                                            \
    extern const LayerType kOp##name;                                                              \
    const LayerType kOp##name

using enum ElementwiseOp;

OPERATION(Relu) = activationOperation<Relu>("ops.Relu", "max(x, 0)");
OPERATION(Relu6) = activationOperation<Relu6>("ops.Relu6", "min(max(x, 0), 6)");
OPERATION(Sigmoid) = activationOperation<Sigmoid>("ops.Sigmoid", "1 ÷ (1 + e⁻ˣ)");
OPERATION(HardSigmoid) = activationOperation<HardSigmoid>("ops.HardSigmoid",
                                                          "clip(x + 3, 0, 6) ÷ 6");
OPERATION(Silu) = activationOperation<Silu>("ops.Silu", "x · sigmoid(x)");
OPERATION(HardSilu) = activationOperation<HardSilu>("ops.HardSilu", "x · hard_sigmoid(x)");
OPERATION(HardTanh) = activationOperation<HardTanh>("ops.HardTanh", "clip(x, −1, 1)");
OPERATION(LogSigmoid) = activationOperation<LogSigmoid>("ops.LogSigmoid", "log(sigmoid(x))");
OPERATION(Selu) = activationOperation<Selu>("ops.Selu", "elu that keeps mean and variance");
OPERATION(Softplus) = activationOperation<Softplus>("ops.Softplus", "log(1 + eˣ)");
OPERATION(Softsign) = activationOperation<Softsign>("ops.Softsign", "x ÷ (1 + |x|)");
OPERATION(Tanh) = ofOneValue<ActivationParams<Tanh>>("ops.Tanh", "hyperbolic tangent", kNumpy);
OPERATION(Exp) = ofOneValue<ActivationParams<Exponential>>("ops.Exp", "eˣ", kNumpy);
OPERATION(LeakyRelu) = slopeOperation<LeakyRelu>("ops.LeakyRelu", "x where x > 0, else slope·x",
                                                 "negative_slope");
OPERATION(Elu) = slopeOperation<Elu>("ops.Elu", "x where x > 0, else alpha·(eˣ − 1)", "alpha");
OPERATION(Celu) = slopeOperation<Celu>("ops.Celu", "elu without a kink", "alpha");

OPERATION(Negative) = pointwiseOperation<PointwiseOp::Negative>("ops.Negative", "−x");
OPERATION(Absolute) = pointwiseOperation<PointwiseOp::Absolute>("ops.Absolute", "|x|");
OPERATION(Square) = pointwiseOperation<PointwiseOp::Square>("ops.Square", "x²");
OPERATION(Sqrt) = pointwiseOperation<PointwiseOp::Sqrt>("ops.Sqrt", "√x");
OPERATION(Rsqrt) = ofOneValue<PointwiseParams<PointwiseOp::Rsqrt>>("ops.Rsqrt", "1 ÷ √x",
                                                                   "keras.src.ops.math");
OPERATION(Reciprocal) = pointwiseOperation<PointwiseOp::Reciprocal>("ops.Reciprocal", "1 ÷ x");
OPERATION(Log) = pointwiseOperation<PointwiseOp::Logarithm>("ops.Log", "natural logarithm of x");
OPERATION(Floor) = pointwiseOperation<PointwiseOp::Floor>("ops.Floor", "the whole number below x");
OPERATION(Ceil) = pointwiseOperation<PointwiseOp::Ceiling>("ops.Ceil", "the whole number above x");
OPERATION(Round) = pointwiseOperation<PointwiseOp::Round>("ops.Round", "the nearest whole number");

OPERATION(Softmax) = lineOperation<SoftmaxKind::Softmax>("ops.Softmax", "eˣ ÷ Σ eˣ along an axis");
OPERATION(LogSoftmax) = lineOperation<SoftmaxKind::LogSoftmax>("ops.LogSoftmax",
                                                               "log(softmax(x)) along an axis");

OPERATION(Gelu) =
    ofOneValue<GeluParams>("ops.Gelu", "½·x·(1 + erf(x ÷ √2))", "keras.src.ops.nn",
                           {param("approximate", &GeluParams::approximate)
                                .label("Approximate")
                                .doc("Whether it is computed by tanh in place of erf.")});

OPERATION(Clip) = ofOneValue<ClipParams>("ops.Clip", "values no further than between two numbers",
                                         kNumpy,
                                         {
                                             param("x_min", &ClipParams::least)
                                                 .label("Least")
                                                 .doc("Smaller values become this.")
                                                 .required(),
                                             param("x_max", &ClipParams::most)
                                                 .label("Most")
                                                 .doc("Larger values become this.")
                                                 .required(),
                                         });

OPERATION(Cast) = layerType<CastParams>({
    .className = "ops.Cast",
    .module = "keras.src.ops.core",
    .group = LayerGroup::Core,
    .summary = "another float type; here everything stays float32",
    .schema = {{param("dtype", &CastParams::dtype).label("Type").doc("Name of the type.")},
               {isFloat}},
    .callArguments = {"x"},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

OPERATION(StopGradient) = layerType<NoParams>({
    .className = "ops.StopGradient",
    .module = "keras.src.ops.core",
    .group = LayerGroup::Core,
    .summary = "hands its input on; training does not go further back",
    .schema = {{}},
    .callArguments = {"variable"},
    .inferShape = keepShape,
    .forward = passOn,
    .sight = samePlace,
    .arithmetic = copied,
});

#undef OPERATION

} // namespace convscope
