// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/reduce.h"
#include "layers/argument_rows.h"
#include "layers/layer_type.h"
#include "layers/pool_statement.h"
#include "layers/spatial_layer.h"

// GlobalMaxPooling and GlobalAveragePooling over one to three axes.

namespace convscope {

template <std::size_t N, PoolKind K>
struct GlobalPoolParams
{
    DataFormat dataFormat = DataFormat::ChannelsLast;
    bool keepdims = false;

    bool operator==(const GlobalPoolParams &) const = default;
};

template <std::size_t N, PoolKind K>
[[nodiscard]] Result<Shape> inferShape(const GlobalPoolParams<N, K> &p,
                                       std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    const int channels = channelAxis(p.dataFormat, input.rank());
    if (!p.keepdims)
        return Shape{input[0], input[channels]};
    Shape shape = input;
    for (int axis = 1; axis < input.rank(); ++axis) {
        if (axis != channels)
            shape[axis] = 1;
    }
    return shape;
}

template <std::size_t N, PoolKind K>
[[nodiscard]] Result<Tensor> forward(const GlobalPoolParams<N, K> &p,
                                     std::span<const Tensor> inputs, std::span<const Tensor>,
                                     const KernelContext &context)
{
    auto pooled = globalPool(K, inputs[0], p.dataFormat, context);
    if (!pooled || !p.keepdims)
        return pooled;
    const Shape shape(inputs[0].extents());
    return pooled->reshaped(inferShape(p, std::span(&shape, 1)).value().extents().value());
}

/// All places of the channel.
template <std::size_t N, PoolKind K>
[[nodiscard]] Sight sight(const GlobalPoolParams<N, K> &p, std::span<const Shape> inputs,
                          const Shape &, std::size_t)
{
    const Shape &input = inputs[0];
    const int channels = channelAxis(p.dataFormat, input.rank());
    Sight all = everythingOf(input);
    all.axes[static_cast<std::size_t>(channels) - 1] =
        sameIndex(p.keepdims ? channels : 1, input[channels].value());
    return all;
}

template <std::size_t N, PoolKind K>
[[nodiscard]] Arithmetic arithmetic(const GlobalPoolParams<N, K> &, std::span<const Shape>)
{
    return poolArithmetic(K);
}

/// The whole class but its name and words.
template <std::size_t N, PoolKind K>
[[nodiscard]] LayerType globalPoolType(std::string className, std::string alias,
                                       std::string summary)
{
    using P = GlobalPoolParams<N, K>;
    return layerType<P>({
        .className = std::move(className),
        .aliases = {std::move(alias)},
        .group = LayerGroup::Pool,
        .summary = std::move(summary),
        .inputRank = static_cast<int>(N) + 2,
        .schema = {{
            rows::dataFormatFor<P, N>(),
            param("keepdims", &P::keepdims)
                .label("Keep axes")
                .doc("Whether the pooled axes stay, with length 1."),
        }},
        .inferShape = inferShape,
        .dataFormat = dataFormat,
        .forward = forward,
        .sight = sight,
        .arithmetic = arithmetic,
    });
}

} // namespace convscope
