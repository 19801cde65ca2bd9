// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

#include <functional>

namespace convscope {

/// Weights in a kernel's own order, kept for the next call under the fingerprint of all they depend
/// on: the most recently used ones, 256 MiB at most. Thread-safe. Null where there are none.
[[nodiscard]] Tensor cachedWeights(const Fingerprint &key);
/// Keeps `weights` under their fingerprint.
void cacheWeights(const Tensor &weights);
/// The weights kept under `key`; where there are none, those that `fill` writes to uninitialised
/// memory of these extents, which are then kept. Fails with "memory", or with "cancelled" where
/// `fill` returns false.
[[nodiscard]] Result<Tensor> keptWeights(const Fingerprint &key, const Extents &extents,
                                         const std::function<bool(float *to)> &fill);

} // namespace convscope
