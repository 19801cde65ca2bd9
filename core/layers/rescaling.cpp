// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/affine.h"
#include "layers/pass_on.h"

namespace convscope {

namespace {

struct RescalingParams
{
    double scale = 1;
    double offset = 0;

    bool operator==(const RescalingParams &) const = default;
};

Result<Tensor> forward(const RescalingParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    return rescale(static_cast<float>(p.scale), static_cast<float>(p.offset), inputs[0], context);
}

Words brief(const RescalingParams &p)
{
    return words("· {scale} + {offset}", p.scale, p.offset);
}

Arithmetic arithmetic(const RescalingParams &p, std::span<const Shape>)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Scale);
    a.scale = p.scale;
    a.offset = p.offset;
    return a;
}

} // namespace

extern const LayerType kRescaling;
const LayerType kRescaling = layerType<RescalingParams>({
    .className = "Rescaling",
    .group = LayerGroup::Normalization,
    .summary = "multiplies and adds a number",
    .schema = {{
        param("scale", &RescalingParams::scale)
            .label("Scale")
            .doc("Factor of every value, e.g. 0.00392 for 8-bit pictures.")
            .required(),
        param("offset", &RescalingParams::offset).label("Offset").doc("Added after the factor."),
    }},
    .inferShape = keepShape,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
