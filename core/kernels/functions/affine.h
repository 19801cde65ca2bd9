// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

namespace convscope {

/// y = (x − center[c]) · scale[c] + shift[c], c the index along one axis. Null tensors stand for
/// 0, 1 and 0; the others have as many values as the axis.
struct ChannelAffine
{
    Tensor center;
    Tensor scale;
    Tensor shift;
};

/// A tensor of the same shape. Negative axes count from the end. Fails with "memory" or
/// "cancelled".
[[nodiscard]] Result<Tensor> affine(const ChannelAffine &numbers, const Tensor &src, int axis,
                                    const KernelContext &context);

/// The numbers of batch normalization at inference: center = mean, scale = gamma / √(variance +
/// epsilon), shift = beta. gamma and beta may be null.
[[nodiscard]] ChannelAffine batchNormalization(const Tensor &gamma, const Tensor &beta,
                                               const Tensor &mean, const Tensor &variance,
                                               double epsilon);

/// y = x · scale + shift for every value.
[[nodiscard]] Result<Tensor> rescale(float scale, float shift, const Tensor &src,
                                     const KernelContext &context);

} // namespace convscope
