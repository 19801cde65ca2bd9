// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <source_location>

namespace convscope {

/// A programmer's mistake: prints the place and what was expected, then aborts. Never for bad
/// input.
[[noreturn]] void checkFailed(const char *expected, const std::source_location &where);

inline void check(bool condition, const char *expected,
                  const std::source_location &where = std::source_location::current())
{
    if (!condition)
        checkFailed(expected, where);
}

} // namespace convscope
