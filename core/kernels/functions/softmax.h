// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <cstdint>

namespace convscope {

/// Functions of a whole line of values x along one axis.
enum class SoftmaxKind : std::uint8_t
{
    Softmax,    ///< e^(x − max) / Σ e^(x − max)
    LogSoftmax, ///< x − max − log Σ e^(x − max)
    Sparsemax,  ///< max(x − τ, 0), τ as Keras computes it: see sparsemaxThreshold
};

/// A tensor of the same shape. Negative axes count from the end. Fails with "memory" or
/// "cancelled".
[[nodiscard]] Result<Tensor> softmax(SoftmaxKind kind, const Tensor &src, int axis,
                                     const KernelContext &context);

/// Gated linear unit: halves a and b along `axis` (even extent) give a · sigmoid(b).
[[nodiscard]] Result<Tensor> glu(const Tensor &src, int axis, const KernelContext &context);

} // namespace convscope
