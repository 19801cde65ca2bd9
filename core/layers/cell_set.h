// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace convscope {

/// Cells of one axis, both ends included.
struct CellRange
{
    std::int64_t first = 0;
    std::int64_t last = 0;

    bool operator==(const CellRange &) const = default;
};

/// Some cells of one axis, kept as few ranges in ascending order that neither meet nor touch.
class CellSet
{
public:
    CellSet() = default;
    /// first … last; empty where last < first.
    CellSet(std::int64_t first, std::int64_t last) { add(first, last); }

    /// Cheap where ranges come in ascending order.
    void add(std::int64_t first, std::int64_t last);
    void add(const CellSet &other);

    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    /// Only of a set that is not empty.
    [[nodiscard]] std::int64_t first() const { return m_ranges.front().first; }
    [[nodiscard]] std::int64_t last() const { return m_ranges.back().last; }
    [[nodiscard]] bool contains(std::int64_t cell) const { return meets(cell, cell); }
    /// Whether a cell of first … last is in the set.
    [[nodiscard]] bool meets(std::int64_t first, std::int64_t last) const;
    [[nodiscard]] std::int64_t count() const;
    [[nodiscard]] const std::vector<CellRange> &ranges() const { return m_ranges; }

    /// Every cell moved by `by`, those outside 0 … length − 1 dropped.
    [[nodiscard]] CellSet shifted(std::int64_t by, std::int64_t length) const;

    bool operator==(const CellSet &) const = default;

private:
    std::vector<CellRange> m_ranges;
};

} // namespace convscope
