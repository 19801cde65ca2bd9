// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/printed_numbers.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Σ digits[i] · 10^(exponent + i), the lowest digit first; exact, digits may have either sign.
struct Decimal
{
    std::vector<int> digits;
    int exponent = 0;
};

/// Beyond it no sum of the program's numbers is exact.
constexpr int kWidest = 700;

std::optional<Decimal> decimalOf(const QString &text)
{
    Decimal decimal;
    bool isNegative = false;
    bool isFraction = false;
    QString exponent;
    bool isExponent = false;
    for (const QChar c : text) {
        const bool isMinus = c == u'-' || c == QChar(0x2212);
        if (isExponent) {
            exponent += isMinus ? QChar(u'-') : c;
        } else if (isMinus && decimal.digits.empty() && !isNegative) {
            isNegative = true;
        } else if (c.isDigit()) {
            decimal.digits.push_back(c.digitValue());
            decimal.exponent -= isFraction ? 1 : 0;
        } else if (c == u'.' && !isFraction) {
            isFraction = true;
        } else if (c == u'e') {
            isExponent = true;
        } else if (c == u'+' ? !decimal.digits.empty() : c != QChar(0x2009)) {
            // Groups are parted by thin spaces.
            return std::nullopt;
        }
    }
    if (decimal.digits.empty())
        return std::nullopt;
    if (isExponent) {
        bool isNumber = false;
        decimal.exponent += exponent.toInt(&isNumber);
        if (!isNumber)
            return std::nullopt;
    }
    std::reverse(decimal.digits.begin(), decimal.digits.end());
    if (isNegative) {
        for (int &digit : decimal.digits)
            digit = -digit;
    }
    return decimal;
}

bool isZero(const Decimal &decimal)
{
    return std::all_of(decimal.digits.begin(), decimal.digits.end(),
                       [](int digit) { return digit == 0; });
}

/// Adds `factor` · `part`; false where they lie too far apart.
bool add(Decimal &sum, const Decimal &part, int factor)
{
    if (isZero(part))
        return true;
    if (part.exponent < sum.exponent) {
        const int more = sum.exponent - part.exponent;
        if (more > kWidest)
            return false;
        sum.digits.insert(sum.digits.begin(), static_cast<std::size_t>(more), 0);
        sum.exponent = part.exponent;
    }
    const int shift = part.exponent - sum.exponent;
    if (shift > kWidest)
        return false;
    const auto from = static_cast<std::size_t>(shift);
    sum.digits.resize(std::max(sum.digits.size(), from + part.digits.size()), 0);
    for (std::size_t i = 0; i < part.digits.size(); ++i)
        sum.digits[from + i] += factor * part.digits[i];
    return true;
}

/// With every carry made: nothing is left.
bool vanishes(const Decimal &sum)
{
    int carry = 0;
    for (const int digit : sum.digits) {
        const int value = digit + carry;
        if (value % 10 != 0)
            return false;
        carry = value / 10;
    }
    return carry == 0;
}

QString signOf(bool isExact)
{
    return isExact ? u"="_s : u"≈"_s;
}

} // namespace

QString productSign(const QString &a, const QString &b, const QString &product)
{
    const auto left = decimalOf(a);
    const auto right = decimalOf(b);
    const auto result = decimalOf(product);
    if (!left || !right || !result)
        return signOf(false);
    Decimal sum;
    sum.exponent = left->exponent + right->exponent;
    sum.digits.assign(left->digits.size() + right->digits.size(), 0);
    for (std::size_t i = 0; i < left->digits.size(); ++i) {
        for (std::size_t j = 0; j < right->digits.size(); ++j)
            sum.digits[i + j] += left->digits[i] * right->digits[j];
    }
    return signOf(add(sum, *result, -1) && vanishes(sum));
}

QString sumSign(const QStringList &parts, const QString &total)
{
    Decimal sum{{0}, 0};
    for (const QString &text : parts) {
        const auto part = decimalOf(text);
        if (!part || !add(sum, *part, 1))
            return signOf(false);
    }
    const auto result = decimalOf(total);
    return signOf(result && add(sum, *result, -1) && vanishes(sum));
}

} // namespace convscope
