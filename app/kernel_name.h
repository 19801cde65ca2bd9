// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace convscope {

/// The kernel that a person names, without the instruction set that tables write behind it:
/// "direct" for "direct_avx512" where that is the one in use. Other texts stay as they are.
[[nodiscard]] std::string kernelName(const std::string &text);

} // namespace convscope
