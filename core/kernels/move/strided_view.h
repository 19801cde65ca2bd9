// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <cstdint>

namespace convscope {

/// A tensor read in steps: value (i₀, i₁, …) of the result lies at first + Σ iₐ·steps[a] of the
/// source. Steps may be negative or 0; every place must lie inside the source.
struct StridedView
{
    Extents extents;
    std::int64_t first = 0;
    Extents steps;
};

/// The values of the view, one after another. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> readStrided(const StridedView &view, const Tensor &src,
                                         const KernelContext &context);

} // namespace convscope
