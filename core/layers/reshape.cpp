// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/saturating.h"
#include "layers/layer_type.h"

#include <algorithm>

namespace convscope {

namespace {

struct ReshapeParams
{
    IntList targetShape{-1};

    bool operator==(const ReshapeParams &) const = default;
};

Result<void> oneUnknownAtMost(const ReshapeParams &p)
{
    const bool refused =
        std::count(p.targetShape.begin(), p.targetShape.end(), -1) > 1 ||
        std::find(p.targetShape.begin(), p.targetShape.end(), 0) != p.targetShape.end();
    if (!refused)
        return {};
    return fail(
        "E3", "target_shape", toJsonText(p.targetShape),
        words("target_shape must hold positive integers and at most one −1. Received {received}",
              toPython(p.targetShape)));
}

Failure mismatch(const ReshapeParams &p, const Shape &input, std::int64_t have, std::int64_t want,
                 bool open)
{
    return fail("E11", "target_shape", toJsonText(p.targetShape),
                open ? words("target_shape must hold as many values as a sample of the input: "
                             "{wanted} does not divide {values}. Received target_shape "
                             "{target_shape} for the input shape {input_shape}",
                             want, have, toPython(p.targetShape), input.toString())
                     : words("target_shape must hold as many values as a sample of the input: "
                             "{wanted} ≠ {values}. Received target_shape {target_shape} for the "
                             "input shape {input_shape}",
                             want, have, toPython(p.targetShape), input.toString()));
}

Result<Shape> inferShape(const ReshapeParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    Dim have = 1;
    for (int axis = 1; axis < input.rank(); ++axis)
        have = have && input[axis] ? Dim(saturatingMultiply(*have, *input[axis])) : Dim();
    std::int64_t want = 1;
    for (const std::int64_t extent : p.targetShape)
        want = saturatingMultiply(want, extent == -1 ? 1 : extent);
    const bool open =
        std::find(p.targetShape.begin(), p.targetShape.end(), -1) != p.targetShape.end();
    if (have && (open ? *have % want != 0 : *have != want))
        return mismatch(p, input, *have, want, open);
    std::vector<Dim> dims{input.rank() > 0 ? input[0] : Dim()};
    for (const std::int64_t extent : p.targetShape) {
        if (extent != -1)
            dims.emplace_back(extent);
        else
            dims.push_back(have ? Dim(*have / want) : Dim());
    }
    return Shape(std::move(dims));
}

Result<Tensor> forward(const ReshapeParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &)
{
    const Shape shape(inputs[0].extents());
    return inputs[0].reshaped(inferShape(p, std::span(&shape, 1)).value().extents().value());
}

Words brief(const ReshapeParams &p)
{
    std::string text;
    for (const std::int64_t extent : p.targetShape)
        text += (text.empty() ? "" : "×") + (extent == -1 ? "−1" : std::to_string(extent));
    return verbatim(text);
}

Sight sight(const ReshapeParams &, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return reshaped(inputs[0]);
}

} // namespace

extern const LayerType kReshape;
const LayerType kReshape = layerType<ReshapeParams>({
    .className = "Reshape",
    .group = LayerGroup::Shape,
    .summary = "the same values in another shape",
    .schema = {{
                   param("target_shape", &ReshapeParams::targetShape)
                       .label("Target shape")
                       .doc("Shape of a sample, without the batch; one −1 stands for what is left.")
                       .atLeast(-1)
                       .required(),
               },
               {oneUnknownAtMost}},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
    .brief = brief,
});

} // namespace convscope
