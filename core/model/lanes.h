// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <vector>

// How a graph is drawn beside a list of its rows: what a row reads from the row above it runs along
// the trunk, everything else along lanes beside it. Pure functions of who reads whom.

namespace convscope {

/// Lanes of their own beside the trunk. What needs more runs along one lane that all of them share.
inline constexpr int kMostLanes = 4;

/// A tensor that is read further down than by the next row.
struct Lane
{
    /// The row that makes it.
    int source = 0;
    /// The rows that read it by the lane, ascending.
    std::vector<int> readers;
    /// 1 beside the trunk … kMostLanes outermost, from end to end; 0: the lane that is shared.
    int depth = 0;

    [[nodiscard]] int last() const { return readers.back(); }
    bool operator==(const Lane &) const = default;
};

/// What is drawn at one row. Lanes are positions in LaneLayout::lanes; −1: none.
struct LaneRow
{
    /// It reads the row above it.
    bool readsAbove = false;
    /// The next row reads it.
    bool isReadBelow = false;
    /// The lane that starts here.
    int leaves = -1;
    /// Lanes that it reads, those that go on included.
    std::vector<int> enters;
    /// Between this row and the next, by depth − 1: the lanes that pass.
    std::array<int, kMostLanes> below{-1, -1, -1, -1};
    /// How many share a lane there.
    int sharedBelow = 0;
    /// How many tensors it reads, the same one twice counted twice.
    int readCount = 0;

    bool operator==(const LaneRow &) const = default;
};

struct LaneLayout
{
    std::vector<Lane> lanes; ///< by source
    std::vector<LaneRow> rows;

    /// Everything runs along the trunk.
    [[nodiscard]] bool isPlain() const { return lanes.empty(); }
    bool operator==(const LaneLayout &) const = default;
};

/// `reads`: of every row, the rows before it that it reads, in its own order. A lane lies outside
/// those that begin and end within it, so that nested skips never cross, and depends on nothing but
/// the lanes that it overlaps: it keeps its place while rows are edited elsewhere. Linear in rows
/// and reads.
[[nodiscard]] LaneLayout layoutLanes(std::span<const std::vector<int>> reads);

} // namespace convscope
