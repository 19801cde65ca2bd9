// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace convscope {

/// A value as one writes it in a Python call, as JSON: 3, -0.5, None, True, 'same', (2, 2), ((1,
/// 2), (0, 3)), [1, 2], {'class_name': 'Constant', 'config': {'value': 0.5}}. Tuples become arrays.
/// Shell-friendly: a word without quotes is a string, `2,2` without brackets a tuple, and JSON's
/// null, true, false are known. Fails with rule "usage" and the position.
[[nodiscard]] Result<nlohmann::ordered_json> parsePythonLiteral(std::string_view text);

} // namespace convscope
