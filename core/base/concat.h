// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <sstream>
#include <string>

namespace convscope {

/// The arguments written one after another, numbers in the C locale.
template <class... Parts>
[[nodiscard]] std::string concat(const Parts &...parts)
{
    std::ostringstream out;
    (out << ... << parts);
    return std::move(out).str();
}

} // namespace convscope
