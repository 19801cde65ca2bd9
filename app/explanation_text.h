// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanation_json.h"

#include <span>
#include <string>

namespace convscope {

/// The explanation for a terminal: the value, every stage with its terms, the activation and the
/// field. Windows of more than four channels are folded to a line per channel.
[[nodiscard]] std::string toText(const Explanation &told, std::span<const FieldLine> field);

} // namespace convscope
