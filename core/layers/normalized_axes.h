// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/group_reduce.h"
#include "layers/layer_type.h"

#include <vector>

namespace convscope {

/// Normalization by the statistics along some axes of the same tensor.
struct AxesNorm
{
    std::vector<int> axes; ///< ascending
    GroupNorm::By by = GroupNorm::By::Deviation;
    double epsilon = 0;
    /// One number per place along the axes, or null.
    Tensor gamma;
    Tensor beta;
};

/// The shape of such a layer: its input's. E11 for axes it does not have, E12 for unknown ones.
[[nodiscard]] Result<Shape> normalizedShape(const IntList &axes, const Shape &input);

[[nodiscard]] Result<Tensor> normalizeAxes(const AxesNorm &norm, const Tensor &src,
                                           const KernelContext &context);

/// One value per place of the other axes, in their order: the source's shape without `axes`.
[[nodiscard]] Result<Tensor> reduceAxes(ReduceOp op, const std::vector<int> &axes,
                                        const Tensor &src, const KernelContext &context);

} // namespace convscope
