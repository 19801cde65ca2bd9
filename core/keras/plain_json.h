// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"

namespace convscope {

/// The value without the objects in which Python wrapped arrays, tuples and shapes: {"type":
/// "ndarray", "value"}, {"class_name": "__numpy__", "config": {"value"}}, {"class_name":
/// "__tuple__", "items"} and "TensorShape" likewise. Everything else stays as it is.
[[nodiscard]] Json plainJson(const Json &json);

} // namespace convscope
