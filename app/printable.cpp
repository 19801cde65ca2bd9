// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "printable.h"

#include <nlohmann/json.hpp>

namespace convscope {

std::string printable(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            line += "\\n";
        else if (c == '\t')
            line += "\\t";
        else if (byte < 0x20 || byte == 0x7f)
            line.append("\\x").append(1, kHex[byte / 16]).append(1, kHex[byte % 16]);
        else
            line += c;
    }
    return line;
}

std::string inJsonQuotes(std::string_view text)
{
    using nlohmann::json;
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace convscope
