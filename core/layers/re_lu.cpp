// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise.h"
#include "layers/pass_on.h"

#include <limits>

namespace convscope {

namespace {

struct ReLUParams
{
    std::optional<double> maxValue;
    double negativeSlope = 0;
    double threshold = 0;

    bool operator==(const ReLUParams &) const = default;
};

Elementwise function(const ReLUParams &p)
{
    const auto most =
        static_cast<float>(p.maxValue.value_or(std::numeric_limits<double>::infinity()));
    return {ElementwiseOp::Relu, static_cast<float>(p.negativeSlope), most,
            static_cast<float>(p.threshold)};
}

Result<Tensor> forward(const ReLUParams &p, std::span<const Tensor> inputs, std::span<const Tensor>,
                       const KernelContext &context)
{
    return elementwise(function(p), inputs[0], context);
}

Arithmetic arithmetic(const ReLUParams &p, std::span<const Shape>)
{
    std::vector<std::pair<std::string, double>> arguments{{"negative_slope", p.negativeSlope},
                                                          {"threshold", p.threshold}};
    if (p.maxValue)
        arguments.emplace_back("max_value", *p.maxValue);
    return functionOf("relu", std::move(arguments), function(p));
}

} // namespace

extern const LayerType kReLU;
const LayerType kReLU = layerType<ReLUParams>({
    .className = "ReLU",
    .group = LayerGroup::Activation,
    .summary = "cuts negative values to zero",
    .schema = {{
        param("max_value", &ReLUParams::maxValue)
            .label("Largest value")
            .doc("Values above it are cut down to it; None: no limit.")
            .atLeast(0),
        param("negative_slope", &ReLUParams::negativeSlope)
            .label("Negative slope")
            .doc("Factor of what lies below the threshold.")
            .atLeast(0),
        param("threshold", &ReLUParams::threshold)
            .label("Threshold")
            .doc("Values up to it count as negative.")
            .atLeast(0),
    }},
    .inferShape = keepShape,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
});

} // namespace convscope
