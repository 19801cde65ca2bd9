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

std::vector<ObjectType> types()
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
    return list;
}

} // namespace

const ObjectFamily &activations()
{
    static const ObjectFamily family("activation", types());
    return family;
}

std::optional<Elementwise> elementwiseOf(const ObjectValue &activation)
{
    if (activation.isNone())
        return Elementwise{};
    const auto &rows = elementwiseRows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const ElementwiseRow &r) {
        return r.identifiers.front() == activation.className;
    });
    if (row == rows.end())
        return std::nullopt;
    return row->function;
}

Result<Shape> activationShape(const ObjectValue &activation, const Shape &shape)
{
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
    check(activation.className == "glu", "an activation of the family");
    return glu(src, -1, context);
}

} // namespace convscope
