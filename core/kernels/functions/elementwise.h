// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "kernels/kernel_context.h"
#include "tensor/tensor.h"

#include <cstdint>

namespace convscope {

/// Functions of one number, applied to every element: y = f(x; a, b, c). Formulas: Keras
/// activations. NaN and infinities behave as in Keras' own formulas.
enum class ElementwiseOp : std::uint8_t
{
    Linear,
    Relu, ///< a = negative_slope, b = max_value (infinity: none), c = threshold
    Relu6,
    LeakyRelu, ///< a = negative_slope
    Elu,       ///< a = alpha
    Celu,      ///< a = alpha
    Selu,
    Softplus,
    Softsign,
    Tanh,
    Sigmoid,
    Exponential,
    HardSigmoid,       ///< clip(x + 3, 0, 6) / 6
    HardSigmoidKeras2, ///< clip(0.2 x + 0.5, 0, 1)
    Silu,
    Gelu,            ///< exact, by erf
    GeluApproximate, ///< by tanh
    Mish,
    HardSilu,
    HardTanh,
    TanhShrink,
    SoftShrink, ///< a = lambda
    HardShrink, ///< a = lambda
    LogSigmoid,
    Squareplus, ///< a = b of the formula
    SparsePlus,
    SparseSigmoid,
    Threshold, ///< a = threshold, b = default value
};

struct Elementwise
{
    ElementwiseOp op = ElementwiseOp::Linear;
    float a = 0;
    float b = 0;
    float c = 0;

    bool operator==(const Elementwise &) const = default;
};

/// Plain scalar arithmetic, the oracle: float in, double inside, rounded once.
[[nodiscard]] float evaluate(const Elementwise &function, float x);

/// dst[i] = f(src[i]) for i in [0, n) on the calling thread; src and dst may be the same. For
/// kernels that finish a tile with an activation.
void applyElementwise(const Elementwise &function, const float *src, float *dst, std::int64_t n);

/// A tensor of the same shape, in parallel.
[[nodiscard]] Result<Tensor> elementwise(const Elementwise &function, const Tensor &src,
                                         const KernelContext &context);

} // namespace convscope
