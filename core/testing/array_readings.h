// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"
#include "testing/oracles.h"

namespace convscope {

/// Other ways to read an array of unknown origin as an output of these extents and data format, the
/// likeliest first: without its batch, in the other data_format, with its spatial axes in another
/// order, with its channels reversed. Only those that have the extents; the array as it lies is
/// none of them.
[[nodiscard]] std::vector<OtherReading> readingsOf(const Tensor &array, const Extents &wanted,
                                                   DataFormat format);

} // namespace convscope
