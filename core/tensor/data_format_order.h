// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"
#include "tensor/tensor.h"

namespace convscope {

/// The same values with the channel axis moved: (batch, spatial…, channels) ↔ (batch, channels,
/// spatial…). Rank ≥ 3. The tensor itself where nothing moves; null where the memory is not to be
/// had.
[[nodiscard]] Tensor toDataFormat(const Tensor &tensor, DataFormat from, DataFormat to);

} // namespace convscope
