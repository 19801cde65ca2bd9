// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "schema/param_info.h"

namespace convscope {

/// An argument's value from a config: an integer or a list for tuples, the nested forms of cropping
/// and zero padding, integral floats for integers, null where the argument knows None. Kind, bounds
/// and choices are checked; the error carries the argument's rule, its name and what was received.
[[nodiscard]] Result<Value> valueFromJson(const ParamInfo &info, const Json &json);

/// As Keras 3 writes it: tuples as lists, None as null.
[[nodiscard]] Json valueToJson(const ParamInfo &info, const Value &value);

} // namespace convscope
