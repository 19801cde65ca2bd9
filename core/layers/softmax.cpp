// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/softmax.h"

#include "layers/layer_type.h"
#include "layers/tensor_axis.h"

namespace convscope {

namespace {

struct SoftmaxParams
{
    std::int64_t axis = -1;

    bool operator==(const SoftmaxParams &) const = default;
};

Result<Shape> inferShape(const SoftmaxParams &p, std::span<const Shape> inputs)
{
    if (const auto axis = tensorAxis(p.axis, inputs[0]); !axis)
        return fail(axis.error());
    return inputs[0];
}

Result<Tensor> forward(const SoftmaxParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return softmax(SoftmaxKind::Softmax, inputs[0], static_cast<int>(p.axis), context);
}

Sight sight(const SoftmaxParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    const int axis = tensorAxis(p.axis, inputs[0]).value();
    return alongAxes(inputs[0], std::span(&axis, 1));
}

Arithmetic arithmetic(const SoftmaxParams &p, std::span<const Shape>)
{
    return lineFunctionOf("softmax", SoftmaxKind::Softmax, static_cast<int>(p.axis));
}

} // namespace

extern const LayerType kSoftmax;
const LayerType kSoftmax = layerType<SoftmaxParams>({
    .className = "Softmax",
    .group = LayerGroup::Activation,
    .summary = "shares of a whole along one axis",
    .schema = {{
        param("axis", &SoftmaxParams::axis)
            .label("Axis")
            .doc("Axis whose values become shares that sum to 1; the batch is axis 0."),
    }},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = arithmetic,
});

} // namespace convscope
