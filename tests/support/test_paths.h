// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace convscope {

/// Absolute path of a file or folder of the checkout, e.g. sourcePath("resources/samples").
[[nodiscard]] std::string sourcePath(std::string_view relative = {});
/// The same below tests/data.
[[nodiscard]] std::string dataPath(std::string_view relative = {});

} // namespace convscope
