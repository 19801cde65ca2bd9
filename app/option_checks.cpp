// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "option_checks.h"

#include <charconv>
#include <utility>

namespace convscope {

CLI::Validator numberThat(std::function<bool(double)> accepts, std::string words)
{
    const auto check = [accepts = std::move(accepts),
                        words = std::move(words)](const std::string &text) {
        double value = 0;
        const char *const last = text.data() + text.size();
        const auto [end, error] = std::from_chars(text.data(), last, value);
        const bool isRight = error == std::errc() && end == last && accepts(value);
        return isRight ? std::string() : "must be a number " + words + ", received '" + text + "'";
    };
    return {check, ""};
}

} // namespace convscope
