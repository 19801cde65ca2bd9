// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/saturating.h"
#include "kernels/move/rearrange.h"
#include "layers/merge_layer.h"
#include "layers/tensor_axis.h"

namespace convscope {

namespace {

struct ConcatenateParams
{
    std::int64_t axis = -1;

    bool operator==(const ConcatenateParams &) const = default;
};

Failure mismatch(const Shape &first, const Shape &other, int axis)
{
    return fail("E11", "input", {},
                words("All inputs must have the same shape but for axis {axis}. Received the "
                      "shapes {first} and {other}",
                      axis, first.toString(), other.toString()));
}

Result<Shape> inferShape(const ConcatenateParams &p, std::span<const Shape> inputs)
{
    Shape shape = inputs[0];
    const auto axis = tensorAxis(p.axis, shape);
    if (!axis)
        return fail(axis.error());
    for (const Shape &input : inputs.subspan(1)) {
        if (input.rank() != shape.rank())
            return mismatch(inputs[0], input, *axis);
        for (int i = 0; i < shape.rank(); ++i) {
            if (i == *axis) {
                shape[i] = shape[i] && input[i] ? Dim(saturatingAdd(*shape[i], *input[i])) : Dim();
            } else if (shape[i] && input[i] && *shape[i] != *input[i]) {
                return mismatch(inputs[0], input, *axis);
            }
        }
    }
    return shape;
}

Result<Tensor> forward(const ConcatenateParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return concatenate(inputs, static_cast<int>(p.axis), context);
}

/// The same place, moved along the axis behind the inputs before.
Sight sight(const ConcatenateParams &p, std::span<const Shape> inputs, const Shape &output,
            std::size_t which)
{
    const int axis = tensorAxis(p.axis, output).value();
    Sight part = samePlaceOf(inputs[which], inputs[which]);
    AxisSight &moved = part.axes[static_cast<std::size_t>(axis) - 1];
    moved.isPart = true;
    AxisMap &map = moved.map;
    map.output = output[axis].value();
    for (const Shape &before : inputs.first(which))
        map.offset += before[axis].value();
    return part;
}

} // namespace

extern const LayerType kConcatenate;
const LayerType kConcatenate = layerType<ConcatenateParams>({
    .className = "Concatenate",
    .group = LayerGroup::Merge,
    .summary = "puts its inputs one after another along an axis",
    .minInputs = 2,
    .maxInputs = kManyInputs,
    .schema = {{
        param("axis", &ConcatenateParams::axis)
            .label("Axis")
            .doc("Axis along which the inputs follow each other; −1 is the last."),
    }},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
});

} // namespace convscope
