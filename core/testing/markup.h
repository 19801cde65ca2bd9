// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace convscope {

/// Control characters that XML forbids become spaces; lines and tabs stay.
[[nodiscard]] std::string withoutControls(std::string_view text);

/// For text and attributes of HTML: markup escaped, control characters replaced.
[[nodiscard]] std::string escapedMarkup(std::string_view text);

} // namespace convscope
