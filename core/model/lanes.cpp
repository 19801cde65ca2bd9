// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/lanes.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

namespace {

/// Lanes in the order of their ends; of those that end together the innermost first.
std::vector<int> byEnd(const std::vector<Lane> &lanes, std::size_t rows)
{
    std::vector<std::vector<int>> ending(rows);
    for (std::size_t i = lanes.size(); i-- > 0;)
        ending[static_cast<std::size_t>(lanes[i].last())].push_back(static_cast<int>(i));
    std::vector<int> order;
    order.reserve(lanes.size());
    for (const std::vector<int> &here : ending)
        order.insert(order.end(), here.begin(), here.end());
    return order;
}

/// The order looks at who begins and ends before whom, never at lengths: rows that come or go
/// within a lane leave it where it is.
void choosePlaces(std::vector<Lane> &lanes, std::size_t rows)
{
    /// Of the lanes at each depth that were placed: the last start and the last end.
    std::array<int, kMostLanes> lastStart;
    std::array<int, kMostLanes> lastEnd;
    lastStart.fill(-1);
    lastEnd.fill(-1);
    /// Of the shared lane.
    int sharedStart = -1;
    for (const int at : byEnd(lanes, rows)) {
        Lane &lane = lanes[static_cast<std::size_t>(at)];
        // Outside of everything that begins later: it has ended by now.
        std::size_t place = 0;
        for (std::size_t i = 0; i < kMostLanes; ++i) {
            if (lastStart[i] > lane.source)
                place = i + 1;
        }
        while (place < kMostLanes && lastEnd[place] > lane.source)
            ++place;
        if (place == kMostLanes || sharedStart > lane.source) {
            sharedStart = std::max(sharedStart, lane.source);
            continue;
        }
        lane.depth = static_cast<int>(place) + 1;
        lastStart[place] = std::max(lastStart[place], lane.source);
        lastEnd[place] = lane.last();
    }
}

} // namespace

LaneLayout layoutLanes(std::span<const std::vector<int>> reads)
{
    LaneLayout layout;
    layout.rows.resize(reads.size());
    std::vector<int> laneOf(reads.size(), -1);
    for (std::size_t row = 0; row < reads.size(); ++row) {
        LaneRow &here = layout.rows[row];
        here.readCount = static_cast<int>(reads[row].size());
        for (const int source : reads[row]) {
            check(source >= 0 && source < static_cast<int>(row), "a row reads rows before it");
            if (source + 1 == static_cast<int>(row)) {
                here.readsAbove = true;
                layout.rows[row - 1].isReadBelow = true;
                continue;
            }
            int &lane = laneOf[static_cast<std::size_t>(source)];
            if (lane < 0) {
                lane = static_cast<int>(layout.lanes.size());
                layout.lanes.push_back({source, {}, 0});
            }
            std::vector<int> &readers = layout.lanes[static_cast<std::size_t>(lane)].readers;
            if (readers.empty() || readers.back() != static_cast<int>(row))
                readers.push_back(static_cast<int>(row));
        }
    }
    std::sort(layout.lanes.begin(), layout.lanes.end(),
              [](const Lane &a, const Lane &b) { return a.source < b.source; });
    choosePlaces(layout.lanes, reads.size());
    /// What is open below the row looked at.
    std::array<int, kMostLanes> open{-1, -1, -1, -1};
    std::vector<int> sharedEnding(reads.size(), 0);
    int shared = 0;
    std::vector<int> starting(reads.size(), -1);
    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
        const Lane &lane = layout.lanes[i];
        starting[static_cast<std::size_t>(lane.source)] = static_cast<int>(i);
        layout.rows[static_cast<std::size_t>(lane.source)].leaves = static_cast<int>(i);
        for (const int reader : lane.readers)
            layout.rows[static_cast<std::size_t>(reader)].enters.push_back(static_cast<int>(i));
        if (lane.depth == 0)
            ++sharedEnding[static_cast<std::size_t>(lane.last())];
    }
    for (std::size_t row = 0; row < reads.size(); ++row) {
        LaneRow &here = layout.rows[row];
        for (int &lane : open) {
            if (lane >= 0 &&
                layout.lanes[static_cast<std::size_t>(lane)].last() == static_cast<int>(row))
                lane = -1;
        }
        shared -= sharedEnding[row];
        if (const int lane = starting[row]; lane >= 0) {
            if (const int depth = layout.lanes[static_cast<std::size_t>(lane)].depth; depth > 0)
                open[static_cast<std::size_t>(depth) - 1] = lane;
            else
                ++shared;
        }
        here.below = open;
        here.sharedBelow = shared;
    }
    return layout;
}

} // namespace convscope
