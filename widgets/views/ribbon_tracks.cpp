// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_tracks.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

/// Rows of which each reads the one above it.
struct Chain
{
    int first = 0;
    int last = 0;
    bool isMerge = false;

    [[nodiscard]] int size() const { return last - first + 1; }
};

std::vector<Chain> chainsOf(const LaneLayout &lanes, int first, int last)
{
    std::vector<Chain> chains;
    for (int i = first; i <= last; ++i) {
        const LaneRow &row = lanes.rows[static_cast<std::size_t>(i)];
        const bool isMerge = row.readCount >= 2;
        if (i == first || !row.readsAbove || isMerge)
            chains.push_back({i, i, isMerge});
        else
            chains.back().last = i;
    }
    return chains;
}

class Tracks
{
public:
    Tracks(const LaneLayout &lanes, int first, BlockTracks &made)
        : m_lanes(lanes), m_first(first), m_made(made)
    {
    }

    /// Behind everything that is there.
    void beginGroup()
    {
        m_start = *std::ranges::max_element(m_free);
        m_free.fill(m_start);
    }

    void place(const Chain &chain)
    {
        const int start = std::max(m_start, afterSource(chain.first));
        std::size_t track = 0;
        while (track < m_free.size() && m_free[track] > start)
            ++track;
        if (track == m_free.size())
            track = static_cast<std::size_t>(std::ranges::min_element(m_free) - m_free.begin());
        int column = std::max(start, m_free[track]);
        for (int i = chain.first; i <= chain.last; ++i)
            m_made.cells[static_cast<std::size_t>(i - m_first)] = {column++,
                                                                   static_cast<int>(track)};
        m_free[track] = column;
        m_made.columns = std::max(m_made.columns, column);
        m_made.tracks = std::max(m_made.tracks, static_cast<int>(track) + 1);
    }

private:
    /// The column behind what the row reads inside the block.
    [[nodiscard]] int afterSource(int row) const
    {
        int after = 0;
        for (const int lane : m_lanes.rows[static_cast<std::size_t>(row)].enters) {
            const int source = m_lanes.lanes[static_cast<std::size_t>(lane)].source;
            if (source >= m_first)
                after = std::max(
                    after, m_made.cells[static_cast<std::size_t>(source - m_first)].column + 1);
        }
        return after;
    }

    const LaneLayout &m_lanes;
    int m_first;
    BlockTracks &m_made;
    int m_start = 0;
    /// By track: the first column where nothing stands.
    std::array<int, kMostTracks> m_free{};
};

} // namespace

BlockTracks layoutTracks(const LaneLayout &lanes, int first, int last)
{
    BlockTracks made;
    made.cells.resize(static_cast<std::size_t>(last - first + 1));
    const std::vector<Chain> chains = chainsOf(lanes, first, last);
    Tracks tracks(lanes, first, made);
    for (std::size_t at = 0; at < chains.size();) {
        std::size_t end = at + 1;
        while (end < chains.size() && !chains[end].isMerge)
            ++end;
        // A merge begins a group; what goes on from it follows it on its track.
        std::vector<Chain> group(chains.begin() + static_cast<std::ptrdiff_t>(at),
                                 chains.begin() + static_cast<std::ptrdiff_t>(end));
        tracks.beginGroup();
        const auto readsInside = [&](const Chain &chain) {
            return std::ranges::any_of(
                lanes.rows[static_cast<std::size_t>(chain.first)].enters, [&](int lane) {
                    return lanes.lanes[static_cast<std::size_t>(lane)].source >=
                           group.front().first;
                });
        };
        if (std::ranges::none_of(group, readsInside))
            std::ranges::stable_sort(group, std::ranges::greater(), &Chain::size);
        for (const Chain &chain : group)
            tracks.place(chain);
        at = end;
    }
    return made;
}

} // namespace convscope
