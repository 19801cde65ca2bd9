// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace convscope {

/// The last part of a path: "chelsea.png".
[[nodiscard]] std::string fileName(const std::string &path);
/// Lower-case ending without the dot: "png"; empty where there is none.
[[nodiscard]] std::string fileEnding(const std::string &path);

} // namespace convscope
