// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace convscope {

/// Which maps a person asks for: "12", "3-9", "20-" (from there on), "dead", "same as 4". Parts
/// between commas are alternatives; numbers may stand side by side. A value.
class TileFilter
{
public:
    /// Lets everything through.
    TileFilter() = default;
    explicit TileFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_ranges.empty() && m_words.isEmpty(); }
    /// `flag`: what is said of the map in its tile; empty: nothing.
    [[nodiscard]] bool matches(int index, const QString &flag) const;

private:
    struct Range
    {
        int first = 0;
        int last = 0;
    };
    std::vector<Range> m_ranges;
    /// Parts of flags, folded.
    QStringList m_words;
};

} // namespace convscope
