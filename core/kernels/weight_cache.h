// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

namespace convscope {

/// Weights in a kernel's own order, kept for the next call under the fingerprint of all they depend
/// on: the most recently used ones, 256 MiB at most. Thread-safe. Null where there are none.
[[nodiscard]] Tensor cachedWeights(const Fingerprint &key);
/// Keeps `weights` under their fingerprint.
void cacheWeights(const Tensor &weights);

} // namespace convscope
