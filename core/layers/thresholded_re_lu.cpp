// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise.h"
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct ThresholdedReLUParams
{
    double theta = 1;

    bool operator==(const ThresholdedReLUParams &) const = default;
};

Elementwise function(const ThresholdedReLUParams &p)
{
    return {ElementwiseOp::Threshold, static_cast<float>(p.theta), 0};
}

Result<Tensor> forward(const ThresholdedReLUParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return elementwise(function(p), inputs[0], context);
}

Arithmetic arithmetic(const ThresholdedReLUParams &p, std::span<const Shape>)
{
    return functionOf("thresholded_relu", {{"theta", p.theta}}, function(p));
}

} // namespace

extern const LayerType kThresholdedReLU;
const LayerType kThresholdedReLU = layerType<ThresholdedReLUParams>({
    .className = "ThresholdedReLU",
    .group = LayerGroup::Activation,
    .summary = "zeroes values up to a threshold",
    .schema = {{
        param("theta", &ThresholdedReLUParams::theta)
            .label("Threshold")
            .doc("Values up to it become 0, the others stay.")
            .atLeast(0),
    }},
    .inferShape = keepShape,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
