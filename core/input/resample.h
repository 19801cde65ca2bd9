// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

namespace convscope {

/// `size` ≥ 1 cells along one axis by linear interpolation between the centres of cells, the outer
/// ones repeated, without antialiasing; rounded in float32 as TensorFlow's resize_bilinear. Errors:
/// "memory".
[[nodiscard]] Result<Tensor> resizedAxis(const Tensor &tensor, int axis, std::int64_t size);

/// The `size` cells in the middle of an axis; where it has fewer, zeros around them. An odd cell is
/// taken off, or added, behind. Errors: "memory".
[[nodiscard]] Result<Tensor> centredAxis(const Tensor &tensor, int axis, std::int64_t size);

} // namespace convscope
