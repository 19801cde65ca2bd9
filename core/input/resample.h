// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

#include <cstdint>

namespace convscope {

/// What a cell of a resized axis is made of: first · (1 − share) + second · share.
struct LineBlend
{
    /// Its centre among the cells that there were.
    float place = 0;
    std::int64_t first = 0;
    std::int64_t second = 0;
    float share = 0;
};

/// Cell `cell` of the `size` that become of `length`, as resizedAxis() has it.
[[nodiscard]] LineBlend lineBlend(std::int64_t cell, std::int64_t length, std::int64_t size);

/// `size` ≥ 1 cells along one axis by linear interpolation between the centres of cells, the outer
/// ones repeated, without antialiasing; rounded in float32 as TensorFlow's resize_bilinear. Errors:
/// "memory".
[[nodiscard]] Result<Tensor> resizedAxis(const Tensor &tensor, int axis, std::int64_t size);

/// The `size` cells of an axis from `offset` on; where it has fewer, all of them from there on
/// among zeros. Errors: "memory".
[[nodiscard]] Result<Tensor> placedAxis(const Tensor &tensor, int axis, std::int64_t size,
                                        std::int64_t offset);

} // namespace convscope
