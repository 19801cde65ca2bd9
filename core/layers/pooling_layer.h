// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/pooling.h"
#include "layers/argument_rows.h"
#include "layers/convolution_support.h"
#include "layers/layer_type.h"
#include "layers/pool_statement.h"

// MaxPooling and AveragePooling over one to three axes.

namespace convscope {

/// K tells the two apart, so that each has schema and forward of its own.
template <std::size_t N, PoolKind K>
struct PoolParams
{
    Tuple<N> poolSize = filled<N>(2);
    /// None: the pool size, so that windows do not overlap.
    std::optional<Tuple<N>> strides;
    Padding padding = Padding::Valid;
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const PoolParams &) const = default;
};

template <std::size_t N, PoolKind K>
[[nodiscard]] Schema<PoolParams<N, K>> poolSchema()
{
    using P = PoolParams<N, K>;
    return {{
        param("pool_size", &P::poolSize)
            .label("Pool size")
            .doc(poolSizeDoc(K))
            .atLeast(1)
            .rules("E2", "E3"),
        param("strides", &P::strides)
            .label("Strides")
            .doc("Cells the window moves between neighbouring outputs. None: the pool size.")
            .atLeast(1)
            .rules("E2", "E3"),
        rows::padding<P>(),
        rows::dataFormatFor<P, N>(),
    }};
}

template <std::size_t N, PoolKind K>
[[nodiscard]] AxisReport axisReport(const PoolParams<N, K> &p, std::size_t axis, std::int64_t input)
{
    const Tuple<N> strides = p.strides.value_or(p.poolSize);
    return windowReport(input, {p.poolSize[axis], strides[axis], 1, p.padding});
}

template <std::size_t N, PoolKind K>
[[nodiscard]] Failure refuseLength(const PoolParams<N, K> &p, const Shape &input, std::size_t axis,
                                   const AxisReport &report)
{
    return refuseWindow(
        {"pool_size", list(p.poolSize), list(p.strides.value_or(p.poolSize)), {}, p.padding}, input,
        axis, report);
}

template <std::size_t N, PoolKind K>
[[nodiscard]] Result<Tensor> forward(const PoolParams<N, K> &p, std::span<const Tensor> inputs,
                                     std::span<const Tensor>, const KernelContext &context)
{
    const Tensor &src = inputs[0];
    PoolProblem problem;
    problem.kind = K;
    problem.rank = static_cast<int>(N);
    problem.mb = src.extent(0);
    problem.c = src.extent(channelAxis(p.dataFormat, src.rank()));
    problem.format = p.dataFormat;
    const std::vector<AxisReport> reports = axes(p, Shape(src.extents()));
    for (std::size_t i = 0; i < N; ++i) {
        problem.in[i] = reports[i].map.input;
        problem.out[i] = reports[i].map.output;
        problem.kernel[i] = p.poolSize[i];
        problem.strides[i] = reports[i].map.step;
        problem.padBefore[i] = reports[i].map.offset;
    }
    return pool(problem, src, context);
}

/// "2×2"; the stride is told where it differs from the window.
template <std::size_t N, PoolKind K>
[[nodiscard]] Words brief(const PoolParams<N, K> &p)
{
    Words text = verbatim(extentsText(list(p.poolSize), false));
    if (p.strides && *p.strides != p.poolSize)
        text = words("{window} · stride {strides}", std::move(text),
                     extentsText(list(*p.strides), true));
    return text;
}

template <std::size_t N, PoolKind K>
[[nodiscard]] Arithmetic arithmetic(const PoolParams<N, K> &, std::span<const Shape>)
{
    return poolArithmetic(K);
}

/// The whole class but its name and words.
template <std::size_t N, PoolKind K>
[[nodiscard]] LayerType poolType(std::string className, std::string alias, std::string summary)
{
    using P = PoolParams<N, K>;
    return layerType<P>({
        .className = std::move(className),
        .aliases = {std::move(alias)},
        .group = LayerGroup::Pool,
        .summary = std::move(summary),
        .inputRank = static_cast<int>(N) + 2,
        .schema = poolSchema<N, K>(),
        .inferShape = inferSpatialShape,
        .axes = axes,
        .dataFormat = dataFormat,
        .forward = forward,
        .sight = channelWindows,
        .arithmetic = arithmetic,
        .brief = brief,
    });
}

} // namespace convscope
