// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace convscope {

// The pieces of a problem's one-line text.

/// The parts between the separators; one empty part for an empty text.
[[nodiscard]] std::vector<std::string_view> splitWords(std::string_view text, char separator);

/// A whole number of 32 bits, nothing around it.
[[nodiscard]] std::optional<std::int64_t> wordNumber(std::string_view text);

/// "3x5" or "1,2": numbers between separators.
[[nodiscard]] std::optional<std::vector<std::int64_t>> wordNumbers(std::string_view text,
                                                                   char separator);

} // namespace convscope
