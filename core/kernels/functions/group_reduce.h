// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/group_split.h"
#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <cstdint>

namespace convscope {

enum class ReduceOp : std::uint8_t
{
    Sum,
    Mean,
    Maximum,   ///< NaN wins
    Minimum,   ///< NaN wins
    Variance,  ///< Σ (x − mean)² ÷ n
    Deviation, ///< √variance
};

/// One value per (outer, group): shape (outer · groups). Sums run in double precision, in an order
/// that depends on the split alone; of nothing they are 0, a mean is NaN, a maximum −infinity.
/// Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> reduceGroups(ReduceOp op, const Tensor &src, const GroupSplit &split,
                                          const KernelContext &context);

/// How values are normalized by the statistics of their group.
struct GroupNorm
{
    enum class By : std::uint8_t
    {
        Deviation,  ///< (x − mean) ÷ √(variance + epsilon)
        MeanSquare, ///< x ÷ √(mean of x² + epsilon)
        Length,     ///< x ÷ max(√(sum of x²), epsilon)
    };

    GroupSplit split;
    By by = By::Deviation;
    double epsilon = 0;
    /// Factor and addend after that; null: none. Value (o, a, g, b) takes number
    /// (o mod outerPeriod)·outerStep + a·beforeStep + g·groupStep + ⌊b ÷ afterRun⌋.
    Tensor gamma;
    Tensor beta;
    std::int64_t outerPeriod = 1;
    std::int64_t outerStep = 0;
    std::int64_t beforeStep = 0;
    std::int64_t groupStep = 0;
    std::int64_t afterRun = 1;
};

/// A tensor of the same shape. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> normalizeGroups(const GroupNorm &norm, const Tensor &src,
                                             const KernelContext &context);

} // namespace convscope
