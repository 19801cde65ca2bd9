// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/elementwise.h"
#include "kernels/kernel_context.h"
#include "kernels/problem/conv_problem.h"
#include "tensor/tensor.h"

namespace convscope {

/// Weights in Keras' layouts whatever the data format; null tensors where the operation has none.
struct ConvWeights
{
    /// Conv (k…, ic/groups, oc); Depthwise, Separable (k…, ic, multiplier); Deconv (k…, oc, ic).
    Tensor kernel;
    /// Separable: (1…, ic·multiplier, oc).
    Tensor pointwise;
    /// (oc).
    Tensor bias;
};

/// dst = activation(conv(src, weights) + bias), src and dst in problem.format.
/// Bit-identical for any number of threads. Fails with "memory" or "cancelled", or with rule
/// "input" where context forces a kernel that declines the problem (the message says why).
[[nodiscard]] Result<Tensor> convolve(const ConvProblem &problem, const Tensor &src,
                                      const ConvWeights &weights, const Elementwise &activation,
                                      const KernelContext &context);

} // namespace convscope
