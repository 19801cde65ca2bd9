// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <cstdint>
#include <optional>
#include <span>

namespace convscope {

/// Value by value, sources from left to right. NaN wins Maximum and Minimum.
enum class MergeOp : std::uint8_t
{
    Add,
    Subtract,
    Multiply,
    Average,
    Maximum,
    Minimum,
    Divide,
    Power
};

/// numpy's broadcasting: shapes aligned at the last axis, extents equal or 1. nullopt where they do
/// not fit.
[[nodiscard]] std::optional<Extents> broadcastExtents(std::span<const Tensor> sources);

/// One source or more that fit (two for Subtract, Divide and Power). Fails with "memory" or
/// "cancelled".
[[nodiscard]] Result<Tensor> merge(MergeOp op, std::span<const Tensor> sources,
                                   const KernelContext &context);

/// y = max(x, 0) − alpha · max(−x, 0), alpha broadcast to the shape of src. Fails likewise.
[[nodiscard]] Result<Tensor> prelu(const Tensor &src, const Tensor &alpha,
                                   const KernelContext &context);

} // namespace convscope
