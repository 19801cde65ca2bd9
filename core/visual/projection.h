// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/plane.h"

#include <vector>

namespace convscope {

/// rows × columns of the largest value over the slices of one map of a volume (rank 5), as an own
/// tensor. Empty where the memory is not to be had.
[[nodiscard]] Plane largestOverSlices(const Tensor &tensor, DataFormat format, std::int64_t batch,
                                      std::int64_t channel);

/// Every plane of one map (all slices of a volume), or of all maps where `channel` is −1.
[[nodiscard]] std::vector<Plane> allPlanes(const Tensor &tensor, DataFormat format,
                                           std::int64_t batch, std::int64_t channel);

} // namespace convscope
