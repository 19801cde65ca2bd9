// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise.h"
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct LeakyReLUParams
{
    double negativeSlope = 0.3;

    bool operator==(const LeakyReLUParams &) const = default;
};

Elementwise function(const LeakyReLUParams &p)
{
    return {ElementwiseOp::LeakyRelu, static_cast<float>(p.negativeSlope)};
}

Result<Tensor> forward(const LeakyReLUParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return elementwise(function(p), inputs[0], context);
}

Arithmetic arithmetic(const LeakyReLUParams &p, std::span<const Shape>)
{
    return functionOf("leaky_relu", {{"negative_slope", p.negativeSlope}}, function(p));
}

} // namespace

extern const LayerType kLeakyReLU;
const LayerType kLeakyReLU = layerType<LeakyReLUParams>({
    .className = "LeakyReLU",
    .group = LayerGroup::Activation,
    .summary = "makes negative values small",
    .schema = {{
        param("negative_slope", &LeakyReLUParams::negativeSlope)
            .label("Negative slope")
            .doc("Factor of negative values (alpha in Keras 2).")
            .atLeast(0),
    }},
    .inferShape = keepShape,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
