// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/border_layer.h"

// ZeroPadding1D, ZeroPadding2D, ZeroPadding3D.

namespace convscope {

template <std::size_t N>
struct ZeroPaddingParams
{
    Pairs<N> padding = [] {
        Pairs<N> ones{};
        ones.fill({1, 1});
        return ones;
    }();
    DataFormat dataFormat = DataFormat::ChannelsLast;

    bool operator==(const ZeroPaddingParams &) const = default;
};

template <std::size_t N>
[[nodiscard]] AxisReport axisReport(const ZeroPaddingParams<N> &p, std::size_t axis,
                                    std::int64_t input)
{
    return padReport(input, p.padding[axis]);
}

template <std::size_t N>
[[nodiscard]] Failure refuseLength(const ZeroPaddingParams<N> &, const Shape &input,
                                   std::size_t axis, const AxisReport &report)
{
    return refuseEmpty(input, axis, report);
}

template <std::size_t N>
[[nodiscard]] Result<Tensor> forward(const ZeroPaddingParams<N> &p, std::span<const Tensor> inputs,
                                     std::span<const Tensor>, const KernelContext &context)
{
    return pad(inputs[0], borders(p.padding, p.dataFormat, 0), borders(p.padding, p.dataFormat, 1),
               context);
}

template <std::size_t N>
[[nodiscard]] Words brief(const ZeroPaddingParams<N> &p)
{
    return borderBrief(pairList(p.padding));
}

} // namespace convscope
