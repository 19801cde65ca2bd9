// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/problem/problem_words.h"

#include <algorithm>
#include <charconv>

namespace convscope {

std::vector<std::string_view> splitWords(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        if (end == text.size())
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<std::int64_t> wordNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > INT32_MAX ||
        value < INT32_MIN)
        return std::nullopt;
    return value;
}

std::optional<std::vector<std::int64_t>> wordNumbers(std::string_view text, char separator)
{
    std::vector<std::int64_t> values;
    for (const std::string_view part : splitWords(text, separator)) {
        const auto value = wordNumber(part);
        if (!value)
            return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

} // namespace convscope
