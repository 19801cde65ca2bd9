// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "schema/object_family.h"

namespace convscope {

/// An activation, initializer, regularizer or constraint from its JSON: null, its string
/// identifier,
/// {"class_name", "config"} of Keras 2 and 3, or {"class_name": "function", "config": "relu"}.
/// Every field is present in the result. Errors: E10. `argument` is named in them.
[[nodiscard]] Result<ObjectValue> objectFromJson(const ObjectFamily &family,
                                                 const std::string &argument, const Json &json);

/// Keras 3's form; an activation with default fields becomes its string.
[[nodiscard]] Json objectToJson(const ObjectFamily &family, const ObjectValue &object);

} // namespace convscope
