// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/cell_set.h"

#include <algorithm>

namespace convscope {

void CellSet::add(std::int64_t first, std::int64_t last)
{
    if (last < first)
        return;
    if (m_ranges.empty() || first > m_ranges.back().last + 1) {
        m_ranges.push_back({first, last});
        return;
    }
    // The ranges that the new one meets or touches become one with it.
    const auto from = std::lower_bound(
        m_ranges.begin(), m_ranges.end(), first,
        [](const CellRange &range, std::int64_t cell) { return range.last + 1 < cell; });
    auto to = from;
    CellRange joined{first, last};
    for (; to != m_ranges.end() && to->first <= last + 1; ++to) {
        joined.first = std::min(joined.first, to->first);
        joined.last = std::max(joined.last, to->last);
    }
    if (from == to) {
        m_ranges.insert(from, joined);
        return;
    }
    *from = joined;
    m_ranges.erase(from + 1, to);
}

void CellSet::add(const CellSet &other)
{
    for (const CellRange &range : other.m_ranges)
        add(range.first, range.last);
}

bool CellSet::meets(std::int64_t first, std::int64_t last) const
{
    const auto at = std::lower_bound(
        m_ranges.begin(), m_ranges.end(), first,
        [](const CellRange &range, std::int64_t cell) { return range.last < cell; });
    return at != m_ranges.end() && at->first <= last;
}

std::int64_t CellSet::count() const
{
    std::int64_t cells = 0;
    for (const CellRange &range : m_ranges)
        cells += range.last - range.first + 1;
    return cells;
}

CellSet CellSet::shifted(std::int64_t by, std::int64_t length) const
{
    CellSet moved;
    for (const CellRange &range : m_ranges)
        moved.add(std::max<std::int64_t>(range.first + by, 0),
                  std::min(range.last + by, length - 1));
    return moved;
}

} // namespace convscope
