// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "layers/slice_key.h"

#include <optional>

namespace convscope {

/// The key of a GetItem: one item or a list of them, as Keras 3 ("__slice__" objects) or tf.keras
/// ({"start", "stop", "step"}) writes it. nullopt for other indices, e.g. tensors.
[[nodiscard]] std::optional<SliceKey> sliceKeyFromJson(const Json &json);

/// As Keras 3 writes it: a list.
[[nodiscard]] Json sliceKeyToJson(const SliceKey &key);

} // namespace convscope
