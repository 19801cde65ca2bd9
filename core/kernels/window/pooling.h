// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "kernels/problem/conv_problem.h"
#include "kernels/window/pool_kind.h"
#include "tensor/tensor.h"

namespace convscope {

/// Pooling as plain numbers. Along an axis: in = out·stride + k − padBefore. A window that meets no
/// cell at all gives −infinity (max) or 0 (average).
struct PoolProblem
{
    PoolKind kind = PoolKind::Max;
    int rank = 2;        ///< spatial axes, 1 to 3
    std::int64_t mb = 1; ///< batch
    std::int64_t c = 1;  ///< channels
    Spatial in{1, 1, 1};
    Spatial out{1, 1, 1};
    Spatial kernel{1, 1, 1};
    Spatial strides{1, 1, 1};
    Spatial padBefore{0, 0, 0};
    DataFormat format = DataFormat::ChannelsLast;

    bool operator==(const PoolProblem &) const = default;
};

/// src and dst in problem.format. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> pool(const PoolProblem &problem, const Tensor &src,
                                  const KernelContext &context);

} // namespace convscope
