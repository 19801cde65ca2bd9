// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace convscope {

void checkFailed(const char *expected, const std::source_location &where)
{
    std::fprintf(stderr, "%s:%u: %s: expected %s\n", where.file_name(),
                 static_cast<unsigned>(where.line()), where.function_name(), expected);
    std::abort();
}

} // namespace convscope
