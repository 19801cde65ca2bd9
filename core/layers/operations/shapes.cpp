// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/saturating.h"
#include "kernels/move/rearrange.h"
#include "layers/merge_layer.h"
#include "layers/tensor_axes.h"
#include "layers/tensor_axis.h"

#include <algorithm>
#include <utility>

// Operations that give the same values another shape or order, or put tensors together. Axes count
// the batch as 0, and the batch stays first.

namespace convscope {

namespace {

/// Reshapes to what inferShape says.
template <class P>
Result<Tensor> reshapeOnly(const P &p, std::span<const Tensor> inputs, std::span<const Tensor>,
                           const KernelContext &)
{
    const Shape shape(inputs[0].extents());
    return inputs[0].reshaped(inferShape(p, std::span(&shape, 1)).value().extents().value());
}

/// The values in their order.
template <class P>
Sight reshapedOnly(const P &, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return reshaped(inputs[0]);
}

struct ReshapeParams
{
    IntList newshape{-1, 1};

    bool operator==(const ReshapeParams &) const = default;
};

Result<void> oneUnknownAtMost(const ReshapeParams &p)
{
    const bool refused =
        p.newshape.empty() || std::count(p.newshape.begin(), p.newshape.end(), -1) > 1 ||
        std::any_of(p.newshape.begin(), p.newshape.end(), [](auto n) { return n < -1 || n == 0; });
    if (!refused)
        return {};
    return fail("E3", "newshape", toJsonText(p.newshape),
                words("newshape must hold positive integers and at most one −1, the batch first. "
                      "Received {shape}",
                      toPython(p.newshape)));
}

Result<Shape> inferShape(const ReshapeParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    const auto misfit = [&] {
        return fail("E11", "newshape", toJsonText(p.newshape),
                    words("newshape must begin with the batch, or −1 for it, and hold as many "
                          "values behind it as a sample of the input. Received {shape} for the "
                          "input shape {input}",
                          toPython(p.newshape), input.toString()));
    };
    if (input.rank() == 0)
        return misfit();
    Dim have = 1;
    for (int axis = 1; axis < input.rank(); ++axis)
        have = have && input[axis] ? Dim(saturatingMultiply(*have, *input[axis])) : Dim();
    std::int64_t want = 1;
    bool open = false;
    for (std::size_t i = 1; i < p.newshape.size(); ++i) {
        open = open || p.newshape[i] == -1;
        want = saturatingMultiply(want, p.newshape[i] == -1 ? 1 : p.newshape[i]);
    }
    const std::int64_t batch = p.newshape.front();
    if ((batch != -1 && input[0] && *input[0] != batch) ||
        (have && (open ? *have % want != 0 : *have != want)))
        return misfit();
    std::vector<Dim> dims{batch == -1 ? input[0] : Dim(batch)};
    for (std::size_t i = 1; i < p.newshape.size(); ++i) {
        if (p.newshape[i] != -1)
            dims.emplace_back(p.newshape[i]);
        else
            dims.push_back(have ? Dim(*have / want) : Dim());
    }
    return Shape(std::move(dims));
}

struct TransposeParams
{
    std::optional<IntList> axes;

    bool operator==(const TransposeParams &) const = default;
};

Result<Shape> inferShape(const TransposeParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    IntList sorted = p.axes.value_or(IntList{});
    std::sort(sorted.begin(), sorted.end());
    bool isPermutation = static_cast<int>(sorted.size()) == input.rank() && p.axes->front() == 0;
    for (std::size_t i = 0; isPermutation && i < sorted.size(); ++i)
        isPermutation = sorted[i] == static_cast<std::int64_t>(i);
    if (!isPermutation)
        return fail(
            "E11", "axes", p.axes ? toJsonText(*p.axes) : "null",
            words("axes must name every axis once, the batch (0) first. Received {axes} for "
                  "the input shape {shape}",
                  p.axes ? toPython(*p.axes) : "None", input.toString()));
    Shape shape = input;
    for (std::size_t i = 0; i < p.axes->size(); ++i)
        shape[static_cast<int>(i)] = input[static_cast<int>((*p.axes)[i])];
    return shape;
}

Result<Tensor> forward(const TransposeParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return permute(inputs[0], {p.axes->begin(), p.axes->end()}, context);
}

Sight sight(const TransposeParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return permuted(inputs[0], std::span(*p.axes).subspan(1));
}

struct SwapaxesParams
{
    std::int64_t axis1 = 1;
    std::int64_t axis2 = 2;

    bool operator==(const SwapaxesParams &) const = default;
};

Result<Shape> inferShape(const SwapaxesParams &p, std::span<const Shape> inputs)
{
    Shape shape = inputs[0];
    const auto one = tensorAxis(p.axis1, shape);
    const auto other = tensorAxis(p.axis2, shape);
    if (!one || !other)
        return fail(one ? other.error() : one.error());
    std::swap(shape[*one], shape[*other]);
    return shape;
}

Result<Tensor> forward(const SwapaxesParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const Shape shape(inputs[0].extents());
    std::vector<int> axes(static_cast<std::size_t>(shape.rank()));
    for (std::size_t i = 0; i < axes.size(); ++i)
        axes[i] = static_cast<int>(i);
    std::swap(axes[static_cast<std::size_t>(*tensorAxis(p.axis1, shape))],
              axes[static_cast<std::size_t>(*tensorAxis(p.axis2, shape))]);
    return permute(inputs[0], axes, context);
}

Sight sight(const SwapaxesParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    IntList dims;
    for (int axis = 1; axis < inputs[0].rank(); ++axis)
        dims.push_back(axis);
    std::swap(dims[static_cast<std::size_t>(*tensorAxis(p.axis1, inputs[0])) - 1],
              dims[static_cast<std::size_t>(*tensorAxis(p.axis2, inputs[0])) - 1]);
    return permuted(inputs[0], dims);
}

struct SqueezeParams
{
    std::optional<IntList> axis;

    bool operator==(const SqueezeParams &) const = default;
};

Result<Shape> inferShape(const SqueezeParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    std::vector<int> gone;
    if (p.axis) {
        auto axes = tensorAxes(*p.axis, input);
        if (!axes)
            return fail(axes.error());
        gone = std::move(*axes);
    } else {
        for (int axis = 1; axis < input.rank(); ++axis) {
            if (input[axis] == Dim(1))
                gone.push_back(axis);
        }
    }
    std::vector<Dim> dims;
    for (int axis = 0; axis < input.rank(); ++axis) {
        if (std::find(gone.begin(), gone.end(), axis) == gone.end())
            dims.push_back(input[axis]);
        else if (input[axis] && *input[axis] != 1)
            return fail("E11", "axis", toJsonText(*p.axis),
                        words("only an axis of length 1 can go. Received axis {axis} of length "
                              "{length} of the input shape {shape}",
                              axis, *input[axis], input.toString()));
    }
    return Shape(std::move(dims));
}

struct ExpandDimsParams
{
    IntList axis{1};

    bool operator==(const ExpandDimsParams &) const = default;
};

Result<Shape> inferShape(const ExpandDimsParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    // Places count in the result.
    const Shape result(std::vector<Dim>(static_cast<std::size_t>(input.rank()) + p.axis.size()));
    const auto added = tensorAxes(p.axis, result);
    if (!added)
        return fail(added.error());
    if (added->size() != p.axis.size())
        return fail("E11", "axis", toJsonText(p.axis),
                    words("axis names a place twice. Received {axis}", toPython(p.axis)));
    std::vector<Dim> dims = input.dims();
    for (const int axis : *added)
        dims.insert(dims.begin() + axis, Dim(1));
    return Shape(std::move(dims));
}

template <bool Stacks>
struct JoinParams
{
    std::int64_t axis = Stacks ? 1 : -1;

    bool operator==(const JoinParams &) const = default;
};

template <bool Stacks>
Failure unequal(const Shape &first, const Shape &other)
{
    return fail("E11", "input", {},
                Stacks ? words("All inputs must have the same shape. Received the shapes {first} "
                               "and {other}",
                               first.toString(), other.toString())
                       : words("All inputs must have the same shape but for the axis. Received the "
                               "shapes {first} and {other}",
                               first.toString(), other.toString()));
}

/// Concatenation, or stacking along an axis that the inputs do not have.
template <bool Stacks>
Result<Shape> inferShape(const JoinParams<Stacks> &p, std::span<const Shape> inputs)
{
    std::vector<Dim> dims = inputs[0].dims();
    if (Stacks)
        dims.emplace_back();
    const auto axis = tensorAxis(p.axis, Shape(dims));
    if (!axis)
        return fail(axis.error());
    const auto at = static_cast<std::size_t>(*axis);
    for (const Shape &input : inputs.subspan(1)) {
        if (input.rank() != inputs[0].rank())
            return unequal<Stacks>(inputs[0], input);
        for (std::size_t i = 0; i < input.dims().size(); ++i) {
            Dim &dim = dims[i];
            const Dim &other = input.dims()[i];
            if (!Stacks && i == at)
                dim = dim && other ? Dim(saturatingAdd(*dim, *other)) : Dim();
            else if (dim && other && *dim != *other)
                return unequal<Stacks>(inputs[0], input);
        }
    }
    if (Stacks) {
        dims.pop_back();
        dims.insert(dims.begin() + *axis, Dim(static_cast<std::int64_t>(inputs.size())));
    }
    return Shape(std::move(dims));
}

template <bool Stacks>
Result<Tensor> forward(const JoinParams<Stacks> &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    if (!Stacks)
        return concatenate(inputs, static_cast<int>(p.axis), context);
    const int rank = inputs[0].rank() + 1;
    const auto axis = static_cast<int>(p.axis < 0 ? p.axis + rank : p.axis);
    std::vector<Tensor> parts;
    for (const Tensor &input : inputs) {
        Extents extents = input.extents();
        extents.insert(extents.begin() + axis, 1);
        parts.push_back(input.reshaped(extents));
    }
    return concatenate(parts, axis, context);
}

/// The same place, moved along the axis behind the inputs before; stacked ones lack the axis.
template <bool Stacks>
Sight sight(const JoinParams<Stacks> &p, std::span<const Shape> inputs, const Shape &output,
            std::size_t which)
{
    const int axis = tensorAxis(p.axis, output).value();
    Sight sight = samePlaceOf(inputs[which], inputs[which]);
    if (Stacks) {
        for (AxisSight &own : sight.axes)
            own.from += own.from >= axis ? 1 : 0;
        sight.only = {axis, static_cast<std::int64_t>(which)};
        return sight;
    }
    AxisSight &moved = sight.axes[static_cast<std::size_t>(axis) - 1];
    moved.isPart = true;
    moved.map.output = output[axis].value();
    for (const Shape &before : inputs.first(which))
        moved.map.offset += before[axis].value();
    return sight;
}

template <bool Stacks>
LayerType joining(std::string className, std::string summary, std::string doc)
{
    using P = JoinParams<Stacks>;
    return layerType<P>({
        .className = std::move(className),
        .module = "keras.src.ops.numpy",
        .group = LayerGroup::Merge,
        .summary = std::move(summary),
        .minInputs = 1,
        .maxInputs = kManyInputs,
        .schema = {{param("axis", &P::axis).label("Axis").doc(std::move(doc))}},
        .inferShape = inferShape,
        .forward = forward,
        .sight = sight,
        .arithmetic = copied,
    });
}

} // namespace

extern const LayerType kOpReshape;
const LayerType kOpReshape = layerType<ReshapeParams>({
    .className = "ops.Reshape",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::Shape,
    .summary = "the same values in another shape",
    .schema = {{param("newshape", &ReshapeParams::newshape)
                    .label("New shape")
                    .doc("Shape with the batch first; one −1 stands for what is left.")
                    .required()},
               {oneUnknownAtMost}},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = reshapeOnly,
    .sight = reshapedOnly,
    .arithmetic = copied,
});

extern const LayerType kOpTranspose;
const LayerType kOpTranspose = layerType<TransposeParams>({
    .className = "ops.Transpose",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::Shape,
    .summary = "exchanges axes",
    .schema = {{param("axes", &TransposeParams::axes)
                    .label("Order of axes")
                    .doc("Axis of the input that each axis of the output comes from, 0 first.")}},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
});

extern const LayerType kOpSwapaxes;
const LayerType kOpSwapaxes = layerType<SwapaxesParams>({
    .className = "ops.Swapaxes",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::Shape,
    .summary = "exchanges two axes",
    .schema = {{
        param("axis1", &SwapaxesParams::axis1)
            .label("First axis")
            .doc("One of the two.")
            .required(),
        param("axis2", &SwapaxesParams::axis2).label("Second axis").doc("The other.").required(),
    }},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
});

extern const LayerType kOpSqueeze;
const LayerType kOpSqueeze = layerType<SqueezeParams>({
    .className = "ops.Squeeze",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::Shape,
    .summary = "takes axes of length 1 away",
    .schema = {{param("axis", &SqueezeParams::axis)
                    .label("Axis")
                    .doc("Axes that go; None: all of length 1 but the batch.")}},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = reshapeOnly,
    .sight = reshapedOnly,
    .arithmetic = copied,
});

extern const LayerType kOpExpandDims;
const LayerType kOpExpandDims = layerType<ExpandDimsParams>({
    .className = "ops.ExpandDims",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::Shape,
    .summary = "adds axes of length 1",
    .schema = {{param("axis", &ExpandDimsParams::axis)
                    .label("Axis")
                    .doc("Places of the new axes in the result.")
                    .orOne()
                    .required()}},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = reshapeOnly,
    .sight = reshapedOnly,
    .arithmetic = copied,
});

extern const LayerType kOpConcatenate;
const LayerType kOpConcatenate =
    joining<false>("ops.Concatenate", "puts its inputs one after another along an axis",
                   "Axis along which the inputs follow each other; −1 is the last.");

extern const LayerType kOpStack;
const LayerType kOpStack = joining<true>("ops.Stack", "puts its inputs one behind another",
                                         "Place of the new axis in the result.");

} // namespace convscope
