// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/affine.h"
#include "kernels/move/merge.h"
#include "layers/pass_on.h"
#include "layers/tensor_axes.h"
#include "tensor/default_data_format.h"

#include <array>

namespace convscope {

namespace {

struct RescalingParams
{
    NumberArray scale{{}, {1}};
    NumberArray offset{{}, {0}};

    bool operator==(const RescalingParams &) const = default;
};

bool isNumber(const NumberArray &array)
{
    return array.shape.empty();
}

/// As Keras meets the input: where keras.json says channels_first, a list of factors runs along the
/// channels of pictures.
NumberArray scaleOf(const RescalingParams &p)
{
    NumberArray scale = p.scale;
    if (!isNumber(scale) && defaultDataFormat() == DataFormat::ChannelsFirst) {
        while (scale.shape.size() < 3)
            scale.shape.push_back(1);
    }
    return scale;
}

/// numpy's broadcasting, but the input's shape must remain.
Result<void> fits(const char *argument, const NumberArray &array, const Shape &input)
{
    const auto rank = static_cast<int>(array.shape.size());
    bool fitting = rank < input.rank() || rank == 0;
    for (int back = 1; fitting && back <= rank; ++back) {
        const std::int64_t have = array.shape[array.shape.size() - static_cast<std::size_t>(back)];
        fitting = have == 1 || !input[-back] || *input[-back] == have;
    }
    if (fitting)
        return {};
    return fail("E11", argument, toJsonText(array),
                words("{argument} must be one number, or as many as the input has along its last "
                      "axes. Received {value} for the input shape {shape}",
                      argument, toPython(array), input.toString()));
}

Result<Shape> inferShape(const RescalingParams &p, std::span<const Shape> inputs)
{
    if (auto fitting = fits("scale", scaleOf(p), inputs[0]); !fitting)
        return fail(fitting.error());
    if (auto fitting = fits("offset", p.offset, inputs[0]); !fitting)
        return fail(fitting.error());
    return inputs[0];
}

Result<Tensor> forward(const RescalingParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    if (isNumber(p.scale) && isNumber(p.offset))
        return rescale(static_cast<float>(p.scale.values.front()),
                       static_cast<float>(p.offset.values.front()), inputs[0], context);
    const std::array factors{inputs[0], tensorOf(scaleOf(p))};
    const auto scaled = merge(MergeOp::Multiply, factors, context);
    if (!scaled)
        return scaled;
    const std::array terms{*scaled, tensorOf(p.offset)};
    return merge(MergeOp::Add, terms, context);
}

Words brief(const RescalingParams &p)
{
    if (!isNumber(p.scale) || !isNumber(p.offset))
        return words("per channel");
    return words("· {scale} + {offset}", p.scale.values.front(), p.offset.values.front());
}

Arithmetic arithmetic(const RescalingParams &p, std::span<const Shape>)
{
    Arithmetic a = arithmeticOf(Arithmetic::Rule::Scale);
    a.scales = scaleOf(p);
    a.offsets = p.offset;
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
            .doc("Factor of every value, e.g. 0.00392 for 8-bit pictures, or a list of factors, "
                 "one per channel.")
            .required(),
        param("offset", &RescalingParams::offset).label("Offset").doc("Added after the factor."),
    }},
    .inferShape = inferShape,
    .forward = forward,
    .sight = samePlace,
    .arithmetic = arithmetic,
    .brief = brief,
});

} // namespace convscope
