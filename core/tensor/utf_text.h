// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace convscope {

/// Appends a code point; surrogates and numbers above U+10FFFF become U+FFFD.
void appendUtf8(std::string &out, char32_t point);
/// Invalid sequences become U+FFFD, one per byte that cannot start or continue one.
[[nodiscard]] std::u32string toUtf32(std::string_view utf8);

} // namespace convscope
