// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

namespace convscope {

/// `size` ≥ 1 cells along one axis by linear interpolation between the centres of cells, the outer
/// ones repeated, without antialiasing; rounded in float32 as TensorFlow's resize_bilinear. Errors:
/// "memory".
[[nodiscard]] Result<Tensor> resizedAxis(const Tensor &tensor, int axis, std::int64_t size);

/// The `size` cells of an axis from `offset` on; where it has fewer, all of them from there on
/// among zeros. Errors: "memory".
[[nodiscard]] Result<Tensor> placedAxis(const Tensor &tensor, int axis, std::int64_t size,
                                        std::int64_t offset);

} // namespace convscope
