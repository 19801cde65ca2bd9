// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/words.h"

#include "base/check.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

namespace convscope {
namespace {

std::string textOf(const WordsValue &value, const TranslatePattern &translate)
{
    if (value.integer() != nullptr)
        return fmt::to_string(*value.integer());
    if (value.real() != nullptr)
        return fmt::format("{:g}", *value.real());
    return value.string() != nullptr ? *value.string() : render(*value.words(), translate);
}

std::string formatted(const std::string &pattern, const Words &words,
                      const TranslatePattern &translate)
{
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const NamedValue &value : words.values)
        arguments.push_back(fmt::arg(value.name.c_str(), textOf(value.value, translate)));
    return fmt::vformat(pattern, arguments);
}

bool isNameLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace

WordsValue::WordsValue(Words words) : m_value(std::make_shared<const Words>(std::move(words))) {}

const Words *WordsValue::words() const
{
    const auto *words = std::get_if<3>(&m_value);
    return words != nullptr ? words->get() : nullptr;
}

bool WordsValue::operator==(const WordsValue &other) const
{
    if (words() != nullptr && other.words() != nullptr)
        return *words() == *other.words();
    return m_value == other.m_value;
}

bool Words::operator==(const Words &) const = default;

std::string Words::text() const
{
    return render(*this, {});
}

std::string render(const Words &words, const TranslatePattern &translate)
{
    if (translate) {
        const std::string pattern = translate(words.pattern);
        if (pattern != words.pattern) {
            try {
                return formatted(pattern, words, translate);
            } catch (const fmt::format_error &) {
                // A translator's slip must not hide what is said: the English pattern below.
            }
        }
    }
    return formatted(words.pattern, words, translate);
}

std::vector<std::string> placesOf(std::string_view pattern)
{
    std::vector<std::string> names;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{' && pattern[at] != '}')
            continue;
        if (at + 1 < pattern.size() && pattern[at + 1] == pattern[at]) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < pattern.size() && isNameLetter(pattern[end]))
            ++end;
        if (pattern[at] == '}' || end == at + 1 || end == pattern.size() || pattern[end] != '}')
            return {};
        std::string name(pattern.substr(at + 1, end - at - 1));
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
        at = end;
    }
    return names;
}

Words words_detail::make(std::string_view pattern, std::vector<WordsValue> values)
{
    std::vector<std::string> names = placesOf(pattern);
    check(names.size() == values.size(), "one value per place of a pattern");
    Words made{std::string(pattern), {}};
    for (std::size_t i = 0; i < names.size(); ++i)
        made.values.push_back({std::move(names[i]), std::move(values[i])});
    return made;
}

Words withTexts(const Words &words, const std::function<std::string(std::string)> &change)
{
    Words result = words;
    for (auto &[name, value] : result.values) {
        if (value.string() != nullptr)
            value = change(*value.string());
        else if (value.words() != nullptr)
            value = withTexts(*value.words(), change);
    }
    return result;
}

Words verbatim(std::string text)
{
    return words("{text}", std::move(text));
}

Words term(std::string_view text)
{
    Words made;
    for (const char c : text)
        made.pattern.append(c == '{' || c == '}' ? 2 : 1, c);
    return made;
}

} // namespace convscope
