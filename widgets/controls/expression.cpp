// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/expression.h"

#include <QString>

#include <cmath>

namespace convscope {

namespace {

/// Recursive descent over sum → product → factor.
class Parser
{
public:
    explicit Parser(QStringView text) : m_text(text) {}

    std::optional<double> parse()
    {
        const std::optional<double> value = sum(0);
        skipSpace();
        if (m_at != m_text.size() || !value || !std::isfinite(*value))
            return std::nullopt;
        return value;
    }

private:
    /// Deeper brackets than a person types are refused, so that the stack cannot overflow.
    static constexpr int kDeepest = 50;

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(QStringView signs)
    {
        skipSpace();
        if (m_at < m_text.size() && signs.contains(m_text[m_at])) {
            ++m_at;
            return true;
        }
        return false;
    }

    std::optional<double> sum(int depth)
    {
        std::optional<double> value = product(depth);
        while (value) {
            const bool plus = take(u"+");
            if (!plus && !take(u"-\u2212"))
                break;
            const std::optional<double> next = product(depth);
            if (!next)
                return std::nullopt;
            value = plus ? *value + *next : *value - *next;
        }
        return value;
    }

    std::optional<double> product(int depth)
    {
        std::optional<double> value = factor(depth);
        while (value) {
            const bool times = take(u"*\u00d7");
            if (!times && !take(u"/\u00f7"))
                break;
            const std::optional<double> next = factor(depth);
            if (!next)
                return std::nullopt;
            value = times ? *value * *next : *value / *next;
        }
        return value;
    }

    std::optional<double> factor(int depth)
    {
        if (depth > kDeepest)
            return std::nullopt;
        if (take(u"-\u2212")) {
            const std::optional<double> value = factor(depth + 1);
            return value ? std::optional(-*value) : std::nullopt;
        }
        if (take(u"+"))
            return factor(depth + 1);
        if (take(u"(")) {
            const std::optional<double> value = sum(depth + 1);
            return value && take(u")") ? value : std::nullopt;
        }
        return number();
    }

    std::optional<double> number()
    {
        skipSpace();
        const qsizetype start = m_at;
        const auto digits = [this] {
            while (m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
                ++m_at;
        };
        digits();
        if (m_at < m_text.size() && m_text[m_at] == u'.') {
            ++m_at;
            digits();
        }
        if (m_at > start && m_at < m_text.size() && m_text[m_at].toLower() == u'e') {
            const qsizetype mark = m_at++;
            if (m_at < m_text.size() && (m_text[m_at] == u'-' || m_text[m_at] == u'+'))
                ++m_at;
            const qsizetype first = m_at;
            digits();
            if (m_at == first)
                m_at = mark;
        }
        bool isNumber = false;
        const double value = m_text.mid(start, m_at - start).toString().toDouble(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<double> evaluateExpression(QStringView text)
{
    return Parser(text).parse();
}

std::optional<qint64> evaluateInteger(QStringView text)
{
    bool isPlain = false;
    const qint64 plain = text.trimmed().toLongLong(&isPlain);
    if (isPlain)
        return plain;
    const std::optional<double> value = evaluateExpression(text);
    if (!value || *value != std::floor(*value) || std::abs(*value) > 9007199254740992.0)
        return std::nullopt;
    return static_cast<qint64>(*value);
}

} // namespace convscope
