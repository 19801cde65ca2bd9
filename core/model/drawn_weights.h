// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/fingerprint.h"
#include "base/result.h"
#include "schema/value.h"
#include "tensor/tensor.h"

#include <stop_token>

namespace convscope {

/// draw() of initializers.h with a memory of the last values it gave, because a slider asks for the
/// same weights at every step, and an edit of one layer for those of all. Thread-safe.
[[nodiscard]] Result<Tensor> drawnWeight(const ObjectValue &initializer, const Extents &shape,
                                         const Fingerprint &key, const std::stop_token &stop);
/// Whether drawnWeight() would only have to remember.
[[nodiscard]] bool isDrawn(const ObjectValue &initializer, const Extents &shape,
                           const Fingerprint &key);

/// Bytes of drawn weights that are remembered at most: a sixteenth of the machine's memory, from
/// 128 MiB to 2 GiB, unless set otherwise. The ones asked for last stay.
void setDrawnWeightBudget(std::int64_t bytes);
[[nodiscard]] std::int64_t drawnWeightBytes();

} // namespace convscope
