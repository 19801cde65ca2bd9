// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace convscope {

/// For text and attributes of XML and HTML: markup escaped, control characters that XML forbids
/// replaced.
[[nodiscard]] std::string escapedMarkup(std::string_view text);

} // namespace convscope
