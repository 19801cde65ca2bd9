// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/layer_type.h"
#include "layers/slice_key.h"
#include "layers/tensor_axes.h"

// Operations that take some of the values, or take them in another order along an axis.

namespace convscope {

namespace {

struct GetItemParams
{
    std::string key = ":";

    bool operator==(const GetItemParams &) const = default;
};

Result<void> isKey(const GetItemParams &p)
{
    if (parseSliceKey(p.key))
        return {};
    return fail("E2", "key", toJsonText(p.key),
                words("key must be what stands between the brackets of x[…], e.g. ':, 1:3, ::2'. "
                      "Received {key}",
                      toPython(p.key)));
}

Result<Shape> inferShape(const GetItemParams &p, std::span<const Shape> inputs)
{
    return slicedShape(*parseSliceKey(p.key), inputs[0]);
}

Result<Tensor> forward(const GetItemParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return readStrided(slicedView(*parseSliceKey(p.key), inputs[0].extents()), inputs[0], context);
}

Sight sight(const GetItemParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return slicedSight(*parseSliceKey(p.key), inputs[0]);
}

Words brief(const GetItemParams &p)
{
    return verbatim('[' + p.key + ']');
}

struct FlipParams
{
    IntList axis{1};

    bool operator==(const FlipParams &) const = default;
};

Result<Shape> inferShape(const FlipParams &p, std::span<const Shape> inputs)
{
    if (const auto axes = tensorAxes(p.axis, inputs[0]); !axes)
        return fail(axes.error());
    return inputs[0];
}

SliceKey keyOf(const FlipParams &p, const Shape &input)
{
    SliceKey key(static_cast<std::size_t>(input.rank()));
    const std::vector<int> axes = tensorAxes(p.axis, input).value();
    for (const int axis : axes)
        key[static_cast<std::size_t>(axis)].step = -1;
    return key;
}

Result<Tensor> forward(const FlipParams &p, std::span<const Tensor> inputs, std::span<const Tensor>,
                       const KernelContext &context)
{
    const Tensor &src = inputs[0];
    return readStrided(slicedView(keyOf(p, Shape(src.extents())), src.extents()), src, context);
}

Sight sight(const FlipParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return slicedSight(keyOf(p, inputs[0]), inputs[0]);
}

struct RepeatParams
{
    std::int64_t repeats = 2;
    std::int64_t axis = 1;

    bool operator==(const RepeatParams &) const = default;
};

Result<Shape> inferShape(const RepeatParams &p, std::span<const Shape> inputs)
{
    Shape shape = inputs[0];
    const auto axes = tensorAxes({p.axis}, shape);
    if (!axes)
        return fail(axes.error());
    Dim &length = shape[axes->front()];
    if (length)
        length = *length * p.repeats;
    return shape;
}

/// Every cell `repeats` times: an axis behind it, along which nothing moves.
Result<Tensor> forward(const RepeatParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const Tensor &src = inputs[0];
    const Shape shape(src.extents());
    const auto axis = static_cast<std::ptrdiff_t>(tensorAxes({p.axis}, shape).value().front());
    StridedView view = slicedView({}, src.extents());
    view.extents.insert(view.extents.begin() + axis + 1, p.repeats);
    view.steps.insert(view.steps.begin() + axis + 1, 0);
    const auto repeated = readStrided(view, src, context);
    if (!repeated)
        return repeated;
    return repeated->reshaped(inferShape(p, std::span(&shape, 1)).value().extents().value());
}

Sight sight(const RepeatParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    const Shape &input = inputs[0];
    const int axis = tensorAxes({p.axis}, input).value().front();
    Sight sight = samePlaceOf(input, input);
    AxisMap &map = sight.axes[static_cast<std::size_t>(axis) - 1].map;
    map.output = map.input * p.repeats;
    map.divisor = p.repeats;
    map.floors = true;
    return sight;
}

} // namespace

extern const LayerType kOpGetItem;
const LayerType kOpGetItem = layerType<GetItemParams>({
    .className = "ops.GetItem",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::Crop,
    .summary = "x[key]: the cells that indices and ranges name",
    .schema = {{param("key", &GetItemParams::key)
                    .label("Key")
                    .doc("What stands between the brackets, one entry per axis: ':' all cells, "
                         "'1:3' from 1 up to before 3, '::2' every second one, '0' one cell, whose "
                         "axis goes, 'None' a new axis, '...' the axes not named. The batch stays "
                         "whole.")
                    .required()},
               {isKey}},
    .callArguments = {"x", "key"},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
    .brief = brief,
});

extern const LayerType kOpFlip;
const LayerType kOpFlip = layerType<FlipParams>({
    .className = "ops.Flip",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::Shape,
    .summary = "the last cell first",
    .schema = {{param("axis", &FlipParams::axis)
                    .label("Axis")
                    .doc("Axes that are turned round, counted with the batch as 0.")
                    .orOne()
                    .required()}},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
});

extern const LayerType kOpRepeat;
const LayerType kOpRepeat = layerType<RepeatParams>({
    .className = "ops.Repeat",
    .module = "keras.src.ops.numpy",
    .group = LayerGroup::UpSample,
    .summary = "every cell several times",
    .schema = {{
        param("repeats", &RepeatParams::repeats)
            .label("Repeats")
            .doc("How often each cell stands.")
            .atLeast(1)
            .required(),
        param("axis", &RepeatParams::axis)
            .label("Axis")
            .doc("Axis along which the cells are repeated, counted with the batch as 0.")
            .required(),
    }},
    .callArguments = {"x"},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
});

} // namespace convscope
