// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/python_literal.h"

#include "keras/json_text.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace convscope {

namespace {

/// Deeper nesting than any argument has, far from the end of the call stack.
constexpr int kDeepestLiteral = 20;

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '-' ||
           c == '+';
}

/// Null for what is none, and for inf and nan: names in Python, and JSON cannot hold them.
Json number(std::string_view word)
{
    const char *begin = word.data();
    const char *const end = begin + word.size();
    if (*begin == '+')
        ++begin;
    std::int64_t integer = 0;
    if (const auto [rest, error] = std::from_chars(begin, end, integer);
        error == std::errc{} && rest == end)
        return integer;
    double real = 0;
    if (const auto [rest, error] = std::from_chars(begin, end, real);
        error == std::errc{} && rest == end && std::isfinite(real))
        return real;
    return nullptr;
}

/// Recursive descent; the first failure is kept and ends everything.
class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    Result<Json> parse()
    {
        Json value = items('\0', 0);
        skipSpace();
        if (m_problem.isEmpty() && m_at < m_text.size())
            problem(words("unexpected '{character}'", m_text[m_at]));
        if (!m_problem.isEmpty())
            return fail("usage", {},
                        Json(m_text).dump(-1, ' ', false, Json::error_handler_t::replace),
                        words("'{text}' is not a value: {problem} at character {position}.", m_text,
                              m_problem, m_problemAt + 1));
        return value;
    }

private:
    /// Values up to `close`. One without a comma stays bare, as in Python's parentheses, except in
    /// a list.
    Json items(char close, int depth)
    {
        Json array = Json::array();
        bool comma = false;
        for (skipSpace(); m_problem.isEmpty() && !atEnd(close); skipSpace()) {
            array.push_back(value(depth));
            skipSpace();
            if (!take(','))
                break;
            comma = true;
        }
        if (array.empty() && close == '\0')
            problem(words("a value is missing"));
        return array.size() == 1 && !comma && close != ']' ? Json(array.front()) : array;
    }

    Json value(int depth)
    {
        skipSpace();
        if (depth > kDeepestLiteral)
            return problem(words("nested too deeply"));
        if (m_at == m_text.size())
            return problem(words("a value is missing"));
        const char c = m_text[m_at];
        if (c == '(' || c == '[') {
            ++m_at;
            const char close = c == '(' ? ')' : ']';
            Json array = items(close, depth + 1);
            expect(close);
            return array;
        }
        if (c == '{')
            return dictionary(depth);
        if (c == '\'' || c == '"')
            return quoted();
        return word();
    }

    Json dictionary(int depth)
    {
        Json object = Json::object();
        expect('{');
        for (skipSpace(); m_problem.isEmpty() && !atEnd('}'); skipSpace()) {
            const char c = m_text[m_at];
            if (c != '\'' && c != '"')
                return problem(words("a key in quotes is missing"));
            const std::string key = quoted();
            skipSpace();
            expect(':');
            object[key] = value(depth + 1);
            skipSpace();
            if (!take(','))
                break;
        }
        expect('}');
        return object;
    }

    std::string quoted()
    {
        const char quote = m_text[m_at++];
        std::string text;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            text += m_text[m_at++];
        }
        expect(quote);
        return text;
    }

    Json word()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
            ++m_at;
        const std::string_view text = m_text.substr(start, m_at - start);
        if (text.empty())
            return problem(words("unexpected '{character}'", m_text[m_at]));
        if (text == "None" || text == "null")
            return nullptr;
        if (text == "True" || text == "true")
            return true;
        if (text == "False" || text == "false")
            return false;
        Json parsed = number(text);
        return parsed.is_null() ? Json(std::string(text)) : parsed;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0)
            ++m_at;
    }

    [[nodiscard]] bool atEnd(char close) const
    {
        return m_at == m_text.size() || m_text[m_at] == close;
    }

    bool take(char c)
    {
        if (m_at == m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void expect(char c)
    {
        if (!take(c))
            problem(words("'{character}' is missing", c));
    }

    Json problem(Words said)
    {
        if (m_problem.isEmpty()) {
            m_problem = std::move(said);
            m_problemAt = m_at;
        }
        return nullptr;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Words m_problem;
    std::size_t m_problemAt = 0;
};

} // namespace

Result<nlohmann::ordered_json> parsePythonLiteral(std::string_view text)
{
    return Parser(text).parse();
}

} // namespace convscope
