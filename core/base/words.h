// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace convscope {

struct NamedValue;
struct Words;

// Widgets' headers lead here, and moc cannot read <concepts>.

/// What stands at a place of a sentence: a number, a text that no language changes (a name, a
/// shape, a Python value), or words of their own.
class WordsValue
{
public:
    template <class T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool> &&
                                            !std::is_same_v<T, char>,
                                        int> = 0>
    WordsValue(T number) : m_value(static_cast<std::int64_t>(number))
    {
    }
    template <class T, std::enable_if_t<std::is_floating_point_v<T>, int> = 0>
    WordsValue(T number) : m_value(static_cast<double>(number))
    {
    }
    WordsValue(char text) : m_value(std::string(1, text)) {}
    WordsValue(const char *text) : m_value(std::string(text)) {}
    WordsValue(std::string_view text) : m_value(std::string(text)) {}
    WordsValue(std::string text) : m_value(std::move(text)) {}
    WordsValue(Words words);
    WordsValue(bool) = delete;

    /// Each is null unless the value is of that kind.
    [[nodiscard]] const std::int64_t *integer() const { return std::get_if<0>(&m_value); }
    [[nodiscard]] const double *real() const { return std::get_if<1>(&m_value); }
    [[nodiscard]] const std::string *string() const { return std::get_if<2>(&m_value); }
    [[nodiscard]] const Words *words() const;

    bool operator==(const WordsValue &other) const;

private:
    std::variant<std::int64_t, double, std::string, std::shared_ptr<const Words>> m_value;
};

/// A sentence as data: what it says, in English with {named} places, and what stands at them. The
/// sentence is made where it is shown, in the language of the reader.
struct Words
{
    /// Literal braces are doubled. The key by which a translation is found.
    std::string pattern;
    /// In the order in which the pattern first names them, every name once.
    std::vector<NamedValue> values;

    /// The sentence in English; integers in decimal, other numbers with six digits.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isEmpty() const { return pattern.empty(); }

    bool operator==(const Words &) const;
};

struct NamedValue
{
    std::string name;
    WordsValue value;

    bool operator==(const NamedValue &) const = default;
};

/// The pattern in another language, or the same where there is no translation.
using TranslatePattern = std::function<std::string(const std::string &)>;

/// The sentence in another language, words within it too. A translation that names a place which
/// the sentence does not have is passed over for the English pattern.
[[nodiscard]] std::string render(const Words &words, const TranslatePattern &translate);

/// The same sentence with every text at a place, in words within it too, as `change` gives it.
[[nodiscard]] Words withTexts(const Words &words,
                              const std::function<std::string(std::string)> &change);

/// The names of a pattern's places in the order of their first appearance; empty also for one that
/// is malformed.
[[nodiscard]] std::vector<std::string> placesOf(std::string_view pattern);

namespace words_detail {

/// Reached only while compiling: a pattern is a literal whose {places} are snake_case names, one
/// per value.
void patternIsMalformed();
void patternNamesMoreOrFewerPlacesThanThereAreValues();

consteval bool isNameLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

consteval std::size_t countPlaces(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{' && text[at] != '}')
            continue;
        if (at + 1 < text.size() && text[at + 1] == text[at]) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && isNameLetter(text[end]))
            ++end;
        if (text[at] == '}' || end == at + 1 || end == text.size() || text[end] != '}')
            patternIsMalformed();
        if (text.substr(0, at).find(text.substr(at, end + 1 - at)) == std::string_view::npos)
            ++count;
        at = end;
    }
    return count;
}

template <std::size_t Count>
struct Pattern
{
    consteval Pattern(const char *literal) : text(literal)
    {
        if (countPlaces(text) != Count)
            patternNamesMoreOrFewerPlacesThanThereAreValues();
    }
    std::string_view text;
};

[[nodiscard]] Words make(std::string_view pattern, std::vector<WordsValue> values);

} // namespace words_detail

/// words("expected at most {limit}, received {received}", 5, window): the values in the order in
/// which the pattern first names them. The pattern is a literal, so that the translators' list is
/// complete; a wrong one does not compile.
template <class... Values>
[[nodiscard]] Words words(words_detail::Pattern<sizeof...(Values)> pattern, Values &&...values)
{
    std::vector<WordsValue> all;
    all.reserve(sizeof...(Values));
    (all.emplace_back(std::forward<Values>(values)), ...);
    return words_detail::make(pattern.text, std::move(all));
}

/// A text that no language changes, as words.
[[nodiscard]] Words verbatim(std::string text);

/// A text of a table (the label of an argument, the summary of a class) as words: its translation
/// is found by the text itself.
[[nodiscard]] Words term(std::string_view text);

} // namespace convscope
