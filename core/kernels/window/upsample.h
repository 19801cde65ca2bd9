// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "kernels/problem/conv_problem.h"
#include "tensor/tensor.h"

namespace convscope {

/// How values between cells come about. Nearest: y[o] = x[⌊o / f⌋]. All others are separable
/// weighted sums; all but BilinearLegacy place output o at u = (o + 0.5) / f − 0.5 (half-pixel) and
/// renormalise the weights of the cells inside the input (as jax.image.resize, so as Keras 3).
enum class Interpolation : std::uint8_t
{
    Nearest,
    Bilinear,
    BilinearLegacy, ///< u = o / f, the last cell repeated: Keras 2.2.3 to 2.3.1 and TensorFlow.js
    Bicubic,        ///< Keys' cubic, a = −0.5
    Lanczos3,
    Lanczos5,
};

struct UpsampleProblem
{
    Interpolation interpolation = Interpolation::Nearest;
    int rank = 2;        ///< spatial axes, 1 to 3
    std::int64_t mb = 1; ///< batch
    std::int64_t c = 1;  ///< channels
    Spatial in{1, 1, 1};
    Spatial factor{1, 1, 1}; ///< out = in · factor
    DataFormat format = DataFormat::ChannelsLast;

    bool operator==(const UpsampleProblem &) const = default;
};

/// src and dst in problem.format. Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> upsample(const UpsampleProblem &problem, const Tensor &src,
                                      const KernelContext &context);

} // namespace convscope
