// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "schema/value.h"
#include "tensor/shape.h"
#include "tensor/tensor.h"

#include <vector>

namespace convscope {

/// An argument that lists axes as positions in `shape`, ascending, each once; negative ones count
/// from the end. E11 where there is none, and for the batch.
[[nodiscard]] Result<std::vector<int>> tensorAxes(const IntList &axes, const Shape &shape);

/// Extents of these axes; E12 where one is unknown.
[[nodiscard]] Result<Extents> knownExtents(const std::vector<int> &axes, const Shape &shape);

/// All axes of a rank but these, in order, then these.
[[nodiscard]] std::vector<int> broughtToEnd(const std::vector<int> &axes, int rank);

/// The permutation that undoes `order`.
[[nodiscard]] std::vector<int> inverse(const std::vector<int> &order);

/// `numbers` with their axes at these places of a tensor of that rank, 1 elsewhere: the first
/// number axis at axes[0], and so on.
[[nodiscard]] Tensor placedAt(const Tensor &numbers, const std::vector<int> &axes, int rank);

/// The same numbers as a tensor of their shape.
[[nodiscard]] Tensor tensorOf(const NumberArray &array);

} // namespace convscope
