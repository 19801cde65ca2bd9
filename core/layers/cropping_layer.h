// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/border_layer.h"

// Cropping1D, Cropping2D, Cropping3D. A parameter struct P has `cropping` (a pair per axis) and,
// but for sequences, `dataFormat`.

namespace convscope {

template <class P>
concept CroppingParams = requires(const P &p)
{
    p.cropping;
};

template <CroppingParams P>
[[nodiscard]] AxisReport axisReport(const P &p, std::size_t axis, std::int64_t input)
{
    return cropReport(input, p.cropping[axis]);
}

template <CroppingParams P>
[[nodiscard]] Failure refuseLength(const P &p, const Shape &input, std::size_t axis,
                                   const AxisReport &report)
{
    return refuseCropping(pairList(p.cropping), input, axis, report);
}

template <CroppingParams P>
[[nodiscard]] Result<Tensor> forward(const P &p, std::span<const Tensor> inputs,
                                     std::span<const Tensor>, const KernelContext &context)
{
    return crop(inputs[0], borders(p.cropping, dataFormat(p), 0),
                borders(p.cropping, dataFormat(p), 1), context);
}

template <CroppingParams P>
[[nodiscard]] Words brief(const P &p)
{
    return borderBrief(pairList(p.cropping));
}

} // namespace convscope
