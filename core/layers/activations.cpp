// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/activations.h"

#include "base/check.h"
#include "kernels/functions/softmax.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace convscope {

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// One row per activation of one number: identifiers (Keras writes the first), what a person reads,
/// and the function with the defaults that the string stands for.
struct ElementwiseRow
{
    std::vector<std::string> identifiers;
    std::string doc;
    Elementwise function;
};

const std::vector<ElementwiseRow> &elementwiseRows()
{
    using enum ElementwiseOp;
    static const std::vector<ElementwiseRow> rows{
        {{"linear"}, "x: the sum as it is.", {Linear}},
        {{"relu"}, "max(x, 0).", {Relu, 0, kInfinity, 0}},
        {{"relu6"}, "min(max(x, 0), 6).", {Relu6}},
        {{"leaky_relu"}, "x where x > 0, else 0.2·x.", {LeakyRelu, 0.2F}},
        {{"elu"}, "x where x > 0, else eˣ − 1.", {Elu, 1}},
        {{"celu"}, "max(x, 0) + min(eˣ − 1, 0): elu without a kink.", {Celu, 1}},
        {{"selu"},
         "1.0507 · (x where x > 0, else 1.6733·(eˣ − 1)): keeps mean and variance.",
         {Selu}},
        {{"softplus"}, "log(1 + eˣ): a smooth relu.", {Softplus}},
        {{"softsign"}, "x ÷ (1 + |x|).", {Softsign}},
        {{"tanh"}, "Hyperbolic tangent, from −1 to 1.", {Tanh}},
        {{"sigmoid"}, "1 ÷ (1 + e⁻ˣ), from 0 to 1.", {Sigmoid}},
        {{"exponential"}, "eˣ.", {Exponential}},
        {{"hard_sigmoid"}, "clip(x + 3, 0, 6) ÷ 6, as in Keras 3.", {HardSigmoid}},
        {{"hard_sigmoid_keras2"}, "clip(0.2·x + 0.5, 0, 1), as in Keras 2.", {HardSigmoidKeras2}},
        {{"silu", "swish"}, "x · sigmoid(x).", {Silu}},
        {{"gelu"}, "½·x·(1 + erf(x ÷ √2)).", {Gelu}},
        {{"mish"}, "x · tanh(softplus(x)).", {Mish}},
        {{"hard_silu", "hard_swish"}, "x · hard_sigmoid(x).", {HardSilu}},
        {{"hard_tanh"}, "clip(x, −1, 1).", {HardTanh}},
        {{"tanh_shrink"}, "x − tanh(x).", {TanhShrink}},
        {{"soft_shrink"}, "x moved by 0.5 towards 0, and 0 between.", {SoftShrink, 0.5F}},
        {{"hard_shrink"}, "x where |x| > 0.5, else 0.", {HardShrink, 0.5F}},
        {{"log_sigmoid"}, "log(sigmoid(x)).", {LogSigmoid}},
        {{"squareplus"}, "(x + √(x² + 4)) ÷ 2.", {Squareplus, 4}},
        {{"sparse_plus"}, "0 up to −1, x from 1, a parabola between.", {SparsePlus}},
        {{"sparse_sigmoid"}, "clip((x + 1) ÷ 2, 0, 1).", {SparseSigmoid}},
    };
    return rows;
}

std::vector<ObjectType> activationTypes()
{
    std::vector<ObjectType> list;
    for (const ElementwiseRow &row : elementwiseRows())
        list.push_back({row.identifiers.front(), row.identifiers, row.doc, {}});
    list.push_back({"softmax", {"softmax"}, "eˣ ÷ Σ eˣ along the last axis.", {}});
    list.push_back({"log_softmax", {"log_softmax"}, "log(softmax(x)) along the last axis.", {}});
    list.push_back({"sparsemax",
                    {"sparsemax"},
                    "Like softmax along the last axis, but small ones become 0.",
                    {}});
    list.push_back(
        {"glu", {"glu"}, "First half of the last axis · sigmoid of its second half.", {}});
    // Layers that stand as an activation, with their own numbers.
    list.push_back({"ReLU",
                    {},
                    "The layer ReLU: relu with a limit, a slope and a threshold.",
                    {{"max_value", "Values above become this; None: no limit.", Value(), 0.0, {}},
                     {"negative_slope", "Factor of values below the threshold.", 0.0, 0.0, {}},
                     {"threshold", "Values up to here count as negative.", 0.0, 0.0, {}}}});
    list.push_back({"LeakyReLU",
                    {},
                    "The layer LeakyReLU: x where x > 0, else slope·x.",
                    {{"negative_slope", "Factor of negative values.", 0.3, 0.0, {}}}});
    list.push_back({"ELU",
                    {},
                    "The layer ELU: x where x > 0, else alpha·(eˣ − 1).",
                    {{"alpha", "Factor of the exponential part.", 1.0, {}, {}}}});
    list.push_back({"ThresholdedReLU",
                    {},
                    "The layer ThresholdedReLU: x where x > theta, else 0.",
                    {{"theta", "Values up to here become 0.", 1.0, 0.0, {}}}});
    list.push_back({"Softmax",
                    {},
                    "The layer Softmax: softmax along an axis of choice.",
                    {{"axis", "−1 is the last.", std::int64_t{-1}, {}, {}}}});
    return list;
}

/// A field of the object; `otherwise` where it is None.
float numberOf(const ObjectValue &object, std::string_view field, float otherwise)
{
    const Value *value = find(object, field);
    if (value == nullptr)
        return otherwise;
    if (const auto *n = std::get_if<std::int64_t>(value))
        return static_cast<float>(*n);
    const auto *d = std::get_if<double>(value);
    return d != nullptr ? static_cast<float>(*d) : otherwise;
}

} // namespace

const ObjectFamily &activations()
{
    static const ObjectFamily family("activation", activationTypes());
    return family;
}

std::optional<Elementwise> elementwiseOf(const ObjectValue &activation)
{
    using enum ElementwiseOp;
    if (activation.isNone())
        return Elementwise{};
    if (activation.className == "ReLU")
        return Elementwise{Relu, numberOf(activation, "negative_slope", 0),
                           numberOf(activation, "max_value", kInfinity),
                           numberOf(activation, "threshold", 0)};
    if (activation.className == "LeakyReLU")
        return Elementwise{LeakyRelu, numberOf(activation, "negative_slope", 0.3F)};
    if (activation.className == "ELU")
        return Elementwise{Elu, numberOf(activation, "alpha", 1)};
    if (activation.className == "ThresholdedReLU")
        return Elementwise{Threshold, numberOf(activation, "theta", 1), 0};
    const auto &rows = elementwiseRows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const ElementwiseRow &r) {
        return r.identifiers.front() == activation.className;
    });
    if (row == rows.end())
        return std::nullopt;
    return row->function;
}

std::optional<std::int64_t> axisOfSoftmax(const ObjectValue &activation)
{
    if (activation.className != "Softmax")
        return std::nullopt;
    const Value *axis = find(activation, "axis");
    const auto *at = axis != nullptr ? std::get_if<std::int64_t>(axis) : nullptr;
    return at != nullptr ? *at : -1;
}

Result<Shape> activationShape(const ObjectValue &activation, const Shape &shape)
{
    if (const auto axis = axisOfSoftmax(activation)) {
        if (*axis >= shape.rank() || *axis < -shape.rank())
            return fail("E11", "activation", toJsonText(activation),
                        words("axis of Softmax must name an axis of the output. Received {axis} "
                              "for the shape {shape}",
                              *axis, shape.toString()));
        return shape;
    }
    if (activation.className != "glu")
        return shape;
    Shape halved = shape;
    Dim &last = halved[-1];
    if (last && *last % 2 != 0)
        return fail("E11", "input", {},
                    words("glu splits the last axis in halves, so its length must be even. "
                          "Received {received} in the shape {shape}",
                          *last, shape.toString()));
    if (last)
        *last /= 2;
    return halved;
}

Result<Tensor> applyActivation(const ObjectValue &activation, const Tensor &src,
                               const KernelContext &context)
{
    if (const auto function = elementwiseOf(activation)) {
        if (function->op == ElementwiseOp::Linear)
            return src;
        return elementwise(*function, src, context);
    }
    if (activation.className == "softmax")
        return softmax(SoftmaxKind::Softmax, src, -1, context);
    if (activation.className == "log_softmax")
        return softmax(SoftmaxKind::LogSoftmax, src, -1, context);
    if (activation.className == "sparsemax")
        return softmax(SoftmaxKind::Sparsemax, src, -1, context);
    if (activation.className == "Softmax") {
        const Value *axis = find(activation, "axis");
        return softmax(SoftmaxKind::Softmax, src, static_cast<int>(std::get<std::int64_t>(*axis)),
                       context);
    }
    check(activation.className == "glu", "an activation of the family");
    return glu(src, -1, context);
}

} // namespace convscope
