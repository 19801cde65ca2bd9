// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "formula_value.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

namespace convscope::testing {

namespace {

/// Recursive descent; lengths are small enough for exact doubles.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    std::optional<std::int64_t> value()
    {
        const double result = sum();
        if (m_failed || !m_rest.empty() || result != std::floor(result))
            return std::nullopt;
        return static_cast<std::int64_t>(result);
    }

private:
    bool take(std::string_view token)
    {
        while (!m_rest.empty() && m_rest.front() == ' ')
            m_rest.remove_prefix(1);
        if (!m_rest.starts_with(token))
            return false;
        m_rest.remove_prefix(token.size());
        return true;
    }

    void expect(std::string_view token) { m_failed = !take(token) || m_failed; }

    double sum()
    {
        double result = product();
        while (!m_failed) {
            if (take("+"))
                result += product();
            else if (take("−"))
                result -= product();
            else
                break;
        }
        return result;
    }

    double product()
    {
        double result = factor();
        while (!m_failed) {
            if (take("·"))
                result *= factor();
            else if (take("÷"))
                result /= factor();
            else
                break;
        }
        return result;
    }

    double factor()
    {
        if (take("("))
            return closed(sum(), ")");
        if (take("⌊"))
            return std::floor(closed(sum(), "⌋"));
        if (take("⌈"))
            return std::ceil(closed(sum(), "⌉"));
        if (take("max(")) {
            const double a = sum();
            expect(",");
            return std::max(a, closed(sum(), ")"));
        }
        return number();
    }

    double closed(double inner, std::string_view bracket)
    {
        expect(bracket);
        return inner;
    }

    double number()
    {
        double result = 0;
        bool found = false;
        while (!m_rest.empty() && std::isdigit(static_cast<unsigned char>(m_rest.front())) != 0) {
            result = result * 10 + (m_rest.front() - '0');
            m_rest.remove_prefix(1);
            found = true;
        }
        m_failed = m_failed || !found;
        return result;
    }

    std::string_view m_rest;
    bool m_failed = false;
};

} // namespace

std::optional<std::int64_t> formulaValue(const std::string &formula)
{
    return Reader(formula).value();
}

} // namespace convscope::testing
