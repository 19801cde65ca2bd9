// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <cstdint>

namespace convscope {

/// Functions of one number that are no activations.
enum class PointwiseOp : std::uint8_t
{
    Negative,
    Absolute,
    Square,
    Sqrt,
    Rsqrt, ///< 1 ÷ √x
    Reciprocal,
    Logarithm,
    Floor,
    Ceiling,
    Round, ///< half to even
    Clip,  ///< to [a, b]
};

struct Pointwise
{
    PointwiseOp op = PointwiseOp::Negative;
    float a = 0;
    float b = 0;

    bool operator==(const Pointwise &) const = default;
};

/// float in, float out, as the machine rounds.
[[nodiscard]] float evaluate(const Pointwise &function, float x);
/// The same in double throughout.
[[nodiscard]] double evaluateExactly(const Pointwise &function, double x);

/// A tensor of the same shape. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> pointwise(const Pointwise &function, const Tensor &src,
                                       const KernelContext &context);

} // namespace convscope
