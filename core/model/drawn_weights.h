// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/fingerprint.h"
#include "base/result.h"
#include "schema/value.h"
#include "tensor/tensor.h"

#include <stop_token>

namespace convscope {

/// draw() of initializers.h with a memory of the last values it gave (128 MiB at most), because a
/// slider asks for the same weights at every step. Thread-safe.
[[nodiscard]] Result<Tensor> drawnWeight(const ObjectValue &initializer, const Extents &shape,
                                         const Fingerprint &key, const std::stop_token &stop);

} // namespace convscope
