// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <span>
#include <vector>

namespace convscope {

// Operations that only move values, for any rank. Lists have one entry per axis of src, none
// negative. All fail with "memory" or "cancelled" only; lengths that do not fit are the caller's
// mistake.

/// Zeros before and after each axis: y[o] = x[o − before] inside, 0 outside.
[[nodiscard]] Result<Tensor> pad(const Tensor &src, const Extents &before, const Extents &after,
                                 const KernelContext &context);

/// Cells cut off at both ends of each axis, before + after ≤ extent: y[o] = x[o + before].
[[nodiscard]] Result<Tensor> crop(const Tensor &src, const Extents &before, const Extents &after,
                                  const KernelContext &context);

/// Axis a of the result is axis axes[a] of src; `axes` is a permutation of 0 … rank − 1.
[[nodiscard]] Result<Tensor> permute(const Tensor &src, const std::vector<int> &axes,
                                     const KernelContext &context);

/// The sources one after another along `axis` (negative: from the end); other extents equal.
[[nodiscard]] Result<Tensor> concatenate(std::span<const Tensor> sources, int axis,
                                         const KernelContext &context);

} // namespace convscope
