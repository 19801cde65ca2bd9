// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "json_output.h"

#include <atomic>
#include <cstdio>
#include <string>

#include <unistd.h>

namespace convscope {

bool tryWriteJson(const nlohmann::ordered_json &document)
{
    constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
    static std::atomic<bool> isBegun = false;
    // Made first: what throws on the way must leave stdout to the error's document.
    const std::string text = document.dump(2, ' ', false, kReplace) + '\n';
    if (isBegun.exchange(true))
        return false;
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
    return true;
}

void writeJson(const nlohmann::ordered_json &document)
{
    while (!tryWriteJson(document))
        ::pause();
}

} // namespace convscope
