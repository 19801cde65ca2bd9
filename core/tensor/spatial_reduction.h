// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"
#include "tensor/tensor.h"

namespace convscope {

/// The extents once every `factor` × `factor` rows and columns (steps of a sequence) have become
/// one; what is left over at the end becomes one more. Batch, channels and the slices of a volume
/// stay, as do tensors without places (rank below 3).
[[nodiscard]] Extents reducedExtents(const Extents &extents, DataFormat format, int factor);

/// The same tensor with so many fewer rows and columns, each the mean of what it stands for. The
/// tensor itself where nothing is reduced; null where the memory is not to be had.
[[nodiscard]] Tensor reduced(const Tensor &tensor, DataFormat format, int factor);

} // namespace convscope
