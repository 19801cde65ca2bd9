// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/shape.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>

namespace convscope {

/// [4, null, 600, 3]: unknown extents are null.
[[nodiscard]] nlohmann::ordered_json toJson(const Shape &shape);
/// A model with one input states its shape, one with several a list of them.
[[nodiscard]] nlohmann::ordered_json toJson(std::span<const Shape> inputShapes);

/// The value, or null.
template <class T>
[[nodiscard]] nlohmann::ordered_json orNull(const std::optional<T> &value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

} // namespace convscope
