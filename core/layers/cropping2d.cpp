// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/concat.h"
#include "layers/data_format_words.h"
#include "layers/layer_type.h"

#include <cstring>

namespace convscope {

namespace {

struct Cropping2DParams
{
    Pairs<2> cropping{};
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const Cropping2DParams &) const = default;
};

Result<Shape> inferShape(const Cropping2DParams &p, std::span<const Shape> inputs)
{
    Shape shape = inputs[0];
    for (int axis = 0; axis < 2; ++axis) {
        Dim &length = shape[spatialAxis(p.dataFormat) + axis];
        const IntPair &crop = p.cropping[static_cast<std::size_t>(axis)];
        if (!length)
            continue;
        if (crop[0] + crop[1] >= *length)
            return fail("E14", "cropping", toJsonText(PairList{crop}),
                        concat("cropping of ", axisName(axis, 2), " must be smaller than their number: ",
                               crop[0], " + ", crop[1], " = ", crop[0] + crop[1], " ≥ ", *length));
        *length -= crop[0] + crop[1];
    }
    return shape;
}

Result<Tensor> forward(const Cropping2DParams &, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &)
{
    return inputs[0];
}

} // namespace

extern const LayerType kCropping2D;
const LayerType kCropping2D = layerType<Cropping2DParams>({
    .className = "Cropping2D",
    .aliases = {},
    .group = LayerGroup::Crop,
    .summary = "cuts rows and columns off",
    .inputRank = 4,
    .schema = {{
        param("cropping", &Cropping2DParams::cropping)
            .label("Cropping")
            .doc("Rows cut off at the top and bottom, columns at the left and right.")
            .atLeast(0)
            .rule("E15"),
        param("data_format", &Cropping2DParams::dataFormat).label("Data format").doc("").rule("E5"),
    }},
    .inferShape = inferShape,
    .forward = forward,
});

} // namespace convscope
