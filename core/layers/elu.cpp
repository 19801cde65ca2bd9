// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise.h"
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct ELUParams
{
    double alpha = 1;

    bool operator==(const ELUParams &) const = default;
};

Elementwise function(const ELUParams &p)
{
    return {ElementwiseOp::Elu, static_cast<float>(p.alpha)};
}

Result<Tensor> forward(const ELUParams &p, std::span<const Tensor> inputs, std::span<const Tensor>,
                       const KernelContext &context)
{
    return elementwise(function(p), inputs[0], context);
}

Arithmetic arithmetic(const ELUParams &p, std::span<const Shape>)
{
    return functionOf("elu", {{"alpha", p.alpha}}, function(p));
}

} // namespace

extern const LayerType kELU;
const LayerType kELU = layerType<ELUParams>({
    .className = "ELU",
    .group = LayerGroup::Activation,
    .summary = "bends negative values towards −alpha",
    .schema = {{
        param("alpha", &ELUParams::alpha)
            .label("Alpha")
            .doc("Negative values become alpha·(eˣ − 1)."),
    }},
    .inferShape = keepShape,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
