// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/saturating.h"
#include "kernels/move/rearrange.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"
#include "layers/spatial_layer.h"

#include <algorithm>

namespace convscope {

namespace {

struct FlattenParams
{
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const FlattenParams &) const = default;
};

Result<Shape> inferShape(const FlattenParams &, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    if (input.rank() == 0)
        return fail("E11", "input", {},
                    words("Flatten expects an input with a batch. Received rank 0."));
    Dim length = 1;
    for (int axis = 1; axis < input.rank(); ++axis)
        length = length && input[axis] ? Dim(saturatingMultiply(*length, *input[axis])) : Dim();
    return Shape{input[0], length};
}

/// channels_first: the channels become the last axis first, so that both formats give the same
/// order.
Result<Tensor> forward(const FlattenParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    Tensor tensor = inputs[0];
    // Not of its size: an empty batch has none.
    std::int64_t length = 1;
    for (int axis = 1; axis < tensor.rank(); ++axis)
        length *= tensor.extent(axis);
    const Extents flat{tensor.extent(0), length};
    if (p.dataFormat == DataFormat::ChannelsFirst && tensor.rank() > 2) {
        std::vector<int> axes{0};
        for (int axis = 2; axis < tensor.rank(); ++axis)
            axes.push_back(axis);
        axes.push_back(1);
        auto moved = permute(tensor, axes, context);
        if (!moved)
            return moved;
        tensor = *moved;
    }
    return tensor.reshaped(flat);
}

Sight sight(const FlattenParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    Sight row = reshaped(inputs[0]);
    if (p.dataFormat == DataFormat::ChannelsFirst && inputs[0].rank() > 2)
        std::rotate(row.order.begin(), row.order.begin() + 1, row.order.end());
    return row;
}

} // namespace

extern const LayerType kFlatten;
const LayerType kFlatten = layerType<FlattenParams>({
    .className = "Flatten",
    .group = LayerGroup::Shape,
    .summary = "puts all values of a sample in one row",
    .schema = {{
        rows::dataFormat<FlattenParams>(),
    }},
    .inferShape = inferShape,
    .dataFormat = dataFormat,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
});

} // namespace convscope
