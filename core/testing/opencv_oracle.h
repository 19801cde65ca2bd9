// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <span>

namespace convscope {

/// A Conv2D or DepthwiseConv2D computed by cv::filter2D, one plane at a time: a second opinion by
/// code that is not ours. `weights` in Keras' order. Rule "input" where OpenCV does not apply
/// (other layers, and activations that run along an axis are ours and would prove nothing).
[[nodiscard]] Result<Tensor> computeWithOpenCv(const Layer &layer, const Tensor &input,
                                               std::span<const Tensor> weights);

} // namespace convscope
