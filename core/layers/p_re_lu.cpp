// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/merge.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"

#include <algorithm>

namespace convscope {

namespace {

struct PReLUParams
{
    ObjectValue alphaInitializer = initializers().make("zeros");
    ObjectValue alphaRegularizer;
    ObjectValue alphaConstraint;
    std::optional<IntList> sharedAxes;

    bool operator==(const PReLUParams &) const = default;
};

bool isShared(const PReLUParams &p, int axis)
{
    return p.sharedAxes &&
           std::find(p.sharedAxes->begin(), p.sharedAxes->end(), axis) != p.sharedAxes->end();
}

Result<Shape> inferShape(const PReLUParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    for (const std::int64_t axis : p.sharedAxes.value_or(IntList{})) {
        if (axis >= input.rank())
            return fail("E11", "shared_axes", toJsonText(*p.sharedAxes),
                        words("shared_axes must name axes of the input, from 1 to {last}. Received "
                              "{received} for the input shape {input_shape}",
                              input.rank() - 1, axis, input.toString()));
    }
    for (int axis = 1; axis < input.rank(); ++axis) {
        if (!input[axis] && !isShared(p, axis))
            return fail("E12", "input", {},
                        words("PReLU learns a slope per value, so axis {axis} must be defined or "
                              "among shared_axes. Received the input shape {input_shape}",
                              axis, input.toString()));
    }
    return input;
}

/// alpha: the input's shape without the batch, 1 along shared axes.
std::vector<WeightSpec> weightSpecs(const PReLUParams &p, std::span<const Shape> inputs)
{
    Extents shape;
    for (int axis = 1; axis < inputs[0].rank(); ++axis)
        shape.push_back(isShared(p, axis) ? 1 : inputs[0][axis].value());
    return {{.name = "alpha",
             .shape = shape,
             .initializer = p.alphaInitializer,
             .regularizer = p.alphaRegularizer,
             .constraint = p.alphaConstraint}};
}

Result<Tensor> forward(const PReLUParams &, std::span<const Tensor> inputs,
                       std::span<const Tensor> weights, const KernelContext &context)
{
    return prelu(inputs[0], weights[0], context);
}

Arithmetic arithmetic(const PReLUParams &, std::span<const Shape>)
{
    Arithmetic slope = functionOf("prelu", {}, Elementwise{});
    slope.activation.slopes = 0;
    return slope;
}

} // namespace

extern const LayerType kPReLU;
const LayerType kPReLU = layerType<PReLUParams>({
    .className = "PReLU",
    .group = LayerGroup::Activation,
    .summary = "learns the slope of negative values",
    .schema = {{
        rows::initializer("alpha", &PReLUParams::alphaInitializer),
        rows::regularizer("alpha", &PReLUParams::alphaRegularizer),
        rows::constraint("alpha", &PReLUParams::alphaConstraint),
        param("shared_axes", &PReLUParams::sharedAxes)
            .label("Shared axes")
            .doc(
                "Axes along which one slope serves all places, counted with the batch as 0: (1, 2) "
                "shares over rows and columns.")
            .atLeast(1),
    }},
    .inferShape = inferShape,
    .weightSpecs = weightSpecs,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
