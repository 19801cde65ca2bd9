// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/arithmetic_scene.h"

#include "style/numbers.h"

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

QString RuleLine::words() const
{
    QStringList parts;
    for (const RulePart &cell : cells)
        parts << cell.text;
    return u"%1 %2 = %3"_s.arg(axis, expression, parts.join(u' '));
}

QString cellDigits(double value, int characters)
{
    if (!std::isfinite(value))
        return valueText(value, 4);
    if (value == 0)
        return characters >= 4 ? u"0.00"_s : u"0"_s;
    const auto fixed = [value](int decimals) {
        QString text = QString::number(value, 'f', decimals);
        text.replace(u'-', QChar(0x2212));
        return text;
    };
    const auto isZero = [](const QString &text) {
        return std::none_of(text.begin(), text.end(),
                            [](QChar c) { return c.isDigit() && c != u'0'; });
    };
    for (int decimals = characters >= 6 ? 3 : 2; decimals >= 0; --decimals) {
        const QString text = fixed(decimals);
        if (text.size() > characters)
            continue;
        if (!isZero(text))
            return text;
        break;
    }
    // What would read as zero and is none: as many decimals as there is room for, or a power of
    // ten.
    if (const QString text = fixed(characters - (value < 0 ? 3 : 2));
        text.size() <= characters && !isZero(text))
        return text;
    // Without the zero before the point there is room for one digit more.
    const auto bare = [&] {
        QString text = fixed(characters - (value < 0 ? 2 : 1));
        text.remove(value < 0 ? 1 : 0, 1);
        return text.size() <= characters && !isZero(text) ? text : u"…"_s;
    };
    if (std::abs(value) < 0.01) {
        QString text = QString::number(value, 'e', 0);
        const auto at = text.indexOf(u'e');
        text = text.left(at + 1) + QString::number(text.mid(at + 1).toInt());
        text.replace(u'-', QChar(0x2212));
        return text.size() <= characters ? text : bare();
    }
    for (int digits = 2; digits >= 1; --digits) {
        const QString text = valueText(value, digits);
        if (text.size() <= characters)
            return text;
    }
    return std::abs(value) < 1 ? bare() : u"…"_s;
}

} // namespace convscope
