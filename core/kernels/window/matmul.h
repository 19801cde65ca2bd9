// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/elementwise.h"
#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

namespace convscope {

/// dst (…, units) = activation(src (…, in) · kernel (in, units) + bias (units)); bias may be null.
/// Bit-identical for any number of threads. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> dense(const Tensor &src, const Tensor &kernel, const Tensor &bias,
                                   const Elementwise &activation, const KernelContext &context);

} // namespace convscope
