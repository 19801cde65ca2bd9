// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tolerance_argument.h"

#include <charconv>
#include <cmath>

namespace convscope {

Result<Tolerance> parseTolerance(const std::string &text)
{
    const auto number = [](const char *first, const char *last, double &value) {
        const auto read = std::from_chars(first, last, value);
        return read.ec == std::errc{} && read.ptr == last && std::isfinite(value) && value >= 0;
    };
    Tolerance tolerance;
    const auto comma = text.find(',');
    const char *data = text.data();
    if (comma == std::string::npos || !number(data, data + comma, tolerance.absolute) ||
        !number(data + comma + 1, data + text.size(), tolerance.relative))
        return fail("usage", "--tolerance", '"' + text + '"',
                    words("--tolerance takes two numbers of at least 0, ABS,REL, e.g. 1e-6,1e-5. "
                          "Received {received}",
                          text));
    return tolerance;
}

} // namespace convscope
