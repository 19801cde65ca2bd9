// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"
#include "layers/tensor_axes.h"

#include <algorithm>
#include <array>

// Operations on two tensors, or on a tensor and numbers that the model states.

namespace convscope {

namespace {

template <MergeOp Op>
struct OperandParams
{
    std::optional<NumberArray> x1;
    std::optional<NumberArray> x2;

    bool operator==(const OperandParams &) const = default;
};

template <MergeOp Op>
Result<void> oneTensorAtLeast(const OperandParams<Op> &p)
{
    if (!p.x1 || !p.x2)
        return {};
    return fail("E2", "x2", toJsonText(*p.x2),
                words("one of x1 and x2 must be a tensor. Received the numbers {x1} and {x2}",
                      toPython(*p.x1), toPython(*p.x2)));
}

Shape shapeOf(const NumberArray &array)
{
    std::vector<Dim> dims(array.shape.begin(), array.shape.end());
    return Shape(std::move(dims));
}

/// numpy's broadcasting; the batch stays the batch.
Result<Shape> broadcast(const Shape &a, const Shape &b)
{
    const Shape &longer = a.rank() >= b.rank() ? a : b;
    const Shape &shorter = a.rank() >= b.rank() ? b : a;
    std::vector<Dim> dims = longer.dims();
    for (int back = 1; back <= shorter.rank(); ++back) {
        Dim &dim = dims[dims.size() - static_cast<std::size_t>(back)];
        const Dim &other = shorter[-back];
        if (!dim || !other) {
            dim = dim && *dim != 1 ? dim : other && *other != 1 ? other : Dim();
        } else if (*dim == 1) {
            dim = other;
        } else if (*other != 1 && *other != *dim) {
            return fail("E11", "input", {},
                        words("The shapes must be equal, or 1 where they differ, counted from the "
                              "last axis: {first} ≠ {second}. Received the shapes {a} and {b}",
                              *dim, *other, a.toString(), b.toString()));
        }
    }
    return Shape(std::move(dims));
}

template <MergeOp Op>
Result<Shape> inferShape(const OperandParams<Op> &p, std::span<const Shape> inputs)
{
    const std::size_t tensors = p.x1 || p.x2 ? 1 : 2;
    if (inputs.size() != tensors)
        return fail("E11", "input", {},
                    words("this operation reads {wanted} tensors where x1 and x2 state {stated} "
                          "constants. Received {received}",
                          tensors, 2 - tensors, inputs.size()));
    if (tensors == 2) {
        if (inputs[0].rank() != inputs[1].rank())
            return fail("E11", "input", {},
                        words("both tensors must have the same rank, as the batch must stay the "
                              "first axis. Received the shapes {a} and {b}",
                              inputs[0].toString(), inputs[1].toString()));
        return broadcast(inputs[0], inputs[1]);
    }
    const Shape number = shapeOf(p.x1 ? *p.x1 : *p.x2);
    if (number.rank() > inputs[0].rank() ||
        (number.rank() == inputs[0].rank() && number.rank() > 0 && number[0] != Dim(1)))
        return fail("E11", p.x1 ? "x1" : "x2", toJsonText(p.x1 ? *p.x1 : *p.x2),
                    words("the constant may have one axis less than the tensor, as the batch is "
                          "not its own. Received shape {constant} for the input shape {shape}",
                          number.toString(), inputs[0].toString()));
    return p.x1 ? broadcast(number, inputs[0]) : broadcast(inputs[0], number);
}

template <MergeOp Op>
Result<Tensor> forward(const OperandParams<Op> &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const std::array operands{p.x1 ? tensorOf(*p.x1) : inputs[0], p.x2   ? tensorOf(*p.x2)
                                                                  : p.x1 ? inputs[0]
                                                                         : inputs[1]};
    return merge(Op, operands, context);
}

template <MergeOp Op>
Words brief(const OperandParams<Op> &p)
{
    const auto text = [](const std::optional<NumberArray> &x) {
        return !x ? std::string("x") : x->shape.empty() ? toPython(*x) : std::string("[…]");
    };
    static constexpr std::string_view kSigns[] = {"+", "−", "·", "", "max", "min", "÷", "^"};
    if (!p.x1 && !p.x2)
        return {};
    return words("{first} {sign} {second}", text(p.x1), kSigns[static_cast<std::size_t>(Op)],
                 text(p.x2));
}

NumberArray mapped(NumberArray array, double (*function)(double))
{
    std::transform(array.values.begin(), array.values.end(), array.values.begin(), function);
    return array;
}

/// A tensor and numbers: value · scale + offset, where it is that.
template <MergeOp Op>
Arithmetic arithmetic(const OperandParams<Op> &p, std::span<const Shape>)
{
    if (!p.x1 && !p.x2)
        return mergeOf(Op);
    const NumberArray &numbers = p.x1 ? *p.x1 : *p.x2;
    const bool isFirst = p.x1.has_value();
    if (Op == MergeOp::Add || Op == MergeOp::Subtract) {
        Arithmetic a = arithmeticOf(Arithmetic::Rule::Scale);
        a.scale = Op == MergeOp::Subtract && isFirst ? -1 : 1;
        a.offsets = Op == MergeOp::Subtract && !isFirst
                        ? mapped(numbers, [](double x) { return -x; })
                        : numbers;
        return a;
    }
    if (Op == MergeOp::Multiply) {
        Arithmetic a = arithmeticOf(Arithmetic::Rule::Scale);
        a.scales = numbers;
        return a;
    }
    Arithmetic a = mergeOf(Op);
    a.stated = numbers;
    a.isStatedFirst = isFirst;
    return a;
}

template <MergeOp Op>
LayerType arithmeticOperation(std::string className, std::string summary)
{
    using P = OperandParams<Op>;
    return layerType<P>({
        .className = std::move(className),
        .module = "keras.src.ops.numpy",
        .group = LayerGroup::Merge,
        .summary = std::move(summary),
        .minInputs = 1,
        .maxInputs = 2,
        .schema = {{
                       param("x1", &P::x1)
                           .label("First operand")
                           .doc("Numbers in place of the first tensor; None: the first tensor."),
                       param("x2", &P::x2)
                           .label("Second operand")
                           .doc("Numbers in place of the second tensor; None: the last tensor."),
                   },
                   {oneTensorAtLeast<Op>}},
        .callArguments = {"x1", "x2"},
        .inferShape = inferShape,
        .forward = forward,
        .sight = samePlace,
        .arithmetic = arithmetic,
        .brief = brief,
    });
}

} // namespace

extern const LayerType kOpAdd;
const LayerType kOpAdd = arithmeticOperation<MergeOp::Add>("ops.Add", "x1 + x2");

extern const LayerType kOpSubtract;
const LayerType kOpSubtract = arithmeticOperation<MergeOp::Subtract>("ops.Subtract", "x1 − x2");

extern const LayerType kOpMultiply;
const LayerType kOpMultiply = arithmeticOperation<MergeOp::Multiply>("ops.Multiply", "x1 · x2");

extern const LayerType kOpDivide;
const LayerType kOpDivide = arithmeticOperation<MergeOp::Divide>("ops.Divide", "x1 ÷ x2");

extern const LayerType kOpTrueDivide;
const LayerType kOpTrueDivide =
    arithmeticOperation<MergeOp::Divide>("ops.TrueDivide", "x1 ÷ x2, the operator /");

extern const LayerType kOpPower;
const LayerType kOpPower = arithmeticOperation<MergeOp::Power>("ops.Power", "x1 to the power x2");

extern const LayerType kOpMaximum;
const LayerType kOpMaximum =
    arithmeticOperation<MergeOp::Maximum>("ops.Maximum", "the larger of x1 and x2");

extern const LayerType kOpMinimum;
const LayerType kOpMinimum =
    arithmeticOperation<MergeOp::Minimum>("ops.Minimum", "the smaller of x1 and x2");

} // namespace convscope
