// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace convscope {

/// The text for a line of a terminal: control characters, which names in files may hold, as
/// escapes ("\\n", "\\x1b").
[[nodiscard]] std::string printable(std::string_view text);

/// The text as a JSON string, in its quotes; what is no UTF-8 becomes the replacement character.
[[nodiscard]] std::string inJsonQuotes(std::string_view text);

} // namespace convscope
