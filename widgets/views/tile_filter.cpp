// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/tile_filter.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kMost = std::numeric_limits<int>::max();

int indexOf(const QString &digits)
{
    bool fits = false;
    const int index = digits.toInt(&fits);
    return fits ? index : kMost;
}

} // namespace

TileFilter::TileFilter(const QString &text)
{
    static const QRegularExpression numbers(u"^[\\d\\s\\-–…]+$"_s);
    static const QRegularExpression range(u"(\\d+)(?:\\s*([\\-–…])\\s*(\\d*))?"_s);
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString words = part.simplified();
        if (words.isEmpty())
            continue;
        if (!numbers.match(words).hasMatch()) {
            m_words << words.toCaseFolded();
            continue;
        }
        auto each = range.globalMatch(words);
        while (each.hasNext()) {
            const QRegularExpressionMatch match = each.next();
            Range found;
            found.first = indexOf(match.captured(1));
            found.last = found.first;
            // An end that is still to be typed is as far as there are maps.
            if (!match.captured(2).isEmpty())
                found.last = match.captured(3).isEmpty() ? kMost : indexOf(match.captured(3));
            m_ranges.push_back(found);
        }
    }
}

bool TileFilter::matches(int index, const QString &flag) const
{
    if (isEmpty())
        return true;
    const bool isInRange =
        std::any_of(m_ranges.begin(), m_ranges.end(), [index](const Range &range) {
            return index >= range.first && index <= range.last;
        });
    if (isInRange || flag.isEmpty())
        return isInRange;
    const QString folded = flag.toCaseFolded();
    return std::any_of(m_words.begin(), m_words.end(),
                       [&folded](const QString &word) { return folded.contains(word); });
}

} // namespace convscope
