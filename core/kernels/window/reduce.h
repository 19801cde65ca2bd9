// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "kernels/window/pooling.h"
#include "tensor/tensor.h"

namespace convscope {

/// One value per channel over all spatial axes of src (rank 3 to 5): (batch, channels).
/// Sums run in double precision, in an order that depends on the shape alone; NaN wins a maximum.
/// No cells at all: −infinity or 0. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> globalPool(PoolKind kind, const Tensor &src, DataFormat format,
                                        const KernelContext &context);

} // namespace convscope
