// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/fingerprint.h"
#include "base/result.h"
#include "schema/object_family.h"
#include "tensor/tensor.h"

#include <cstdint>
#include <stop_token>

namespace convscope {

/// Keras' initializers under their class names and identifiers.
[[nodiscard]] const ObjectFamily &initializers();

/// The first values of a weight. Value i depends on initializer, shape, key and i alone, so the
/// bits are the same on every machine and thread count. A seed in the initializer takes the place
/// of the model's seed in `key`; the caller mixes it in (see weights.h). Errors: E10 where the
/// initializer cannot make this shape (Orthogonal below rank 2, Identity off rank 2), "memory",
/// "cancelled".
[[nodiscard]] Result<Tensor> draw(const ObjectValue &initializer, const Extents &shape,
                                  const Fingerprint &key, const std::stop_token &stop = {});

/// Bytes that draw() takes beside the weight until it ends.
[[nodiscard]] std::int64_t drawingBytes(const ObjectValue &initializer, const Extents &shape);

} // namespace convscope
