// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Which tiles a grid shows, where, and what is said of them.
#include "views/map_grid.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace convscope {

void MapGrid::setFlag(int index, TileFlag flag)
{
    if (flag.kind == TileFlag::Kind::None)
        m_flags.erase(index);
    else
        m_flags[index] = flag;
    if (!m_filter.isEmpty())
        arrange();
    viewport()->update(tileRect(index));
}

void MapGrid::setFlags(std::map<int, TileFlag> flags)
{
    std::erase_if(flags, [](const auto &flag) { return flag.second.kind == TileFlag::Kind::None; });
    if (flags == m_flags)
        return;
    m_flags = std::move(flags);
    if (!m_filter.isEmpty())
        arrange();
    viewport()->update();
}

void MapGrid::setOrder(std::vector<int> order)
{
    if (order.size() != static_cast<std::size_t>(count()))
        order.clear();
    if (order == m_order)
        return;
    m_order = std::move(order);
    arrange();
    requestTiles();
    viewport()->update();
}

void MapGrid::setHeadings(std::vector<GridHeading> headings)
{
    int maps = 0;
    for (const GridHeading &heading : headings)
        maps += heading.count;
    if (maps != m_count || m_showsLines)
        headings.clear();
    if (headings == m_headings)
        return;
    m_headings = std::move(headings);
    arrange();
    viewport()->update();
}

void MapGrid::setFilter(const TileFilter &filter)
{
    m_filter = filter;
    arrange();
    if (m_selected >= 0)
        scrollTo(m_selected);
    requestTiles();
}

void MapGrid::arrange()
{
    const auto before = std::move(m_places);
    m_places.clear();
    m_positions.clear();
    m_sections.clear();
    m_shownHeadings.clear();
    if (!m_headings.empty()) {
        arrangeSections();
    } else if (!m_order.empty() || !m_filter.isEmpty()) {
        m_positions.assign(static_cast<std::size_t>(m_count), -1);
        for (int position = 0; position < m_count; ++position) {
            const int index =
                m_order.empty() ? position : m_order[static_cast<std::size_t>(position)];
            if (!m_filter.matches(index, flagText(index)))
                continue;
            m_positions[static_cast<std::size_t>(index)] = static_cast<int>(m_places.size());
            m_places.push_back(index);
        }
    }
    m_hovered = -1;
    updateLayout();
    if (m_places != before)
        requestTiles();
    Q_EMIT shownCountChanged();
}

void MapGrid::arrangeSections()
{
    m_positions.assign(static_cast<std::size_t>(m_count), -1);
    int begin = 0;
    for (std::size_t i = 0; i < m_headings.size(); ++i) {
        const int end = begin + m_headings[i].count;
        const auto first = static_cast<int>(m_places.size());
        for (int at = 0; at < m_count; ++at) {
            const int index = m_order.empty() ? at : m_order[static_cast<std::size_t>(at)];
            if (index < begin || index >= end || !m_filter.matches(index, flagText(index)))
                continue;
            m_positions[static_cast<std::size_t>(index)] = static_cast<int>(m_places.size());
            m_places.push_back(index);
        }
        if (const int number = static_cast<int>(m_places.size()) - first; number > 0) {
            m_sections.push_back({first, number});
            m_shownHeadings.push_back(i);
        }
        begin = end;
    }
}

int MapGrid::shownCount() const
{
    return m_positions.empty() ? m_count : static_cast<int>(m_places.size());
}

int MapGrid::indexAtPosition(int position) const
{
    return m_positions.empty() ? position : m_places[static_cast<std::size_t>(position)];
}

int MapGrid::positionOf(int index) const
{
    return m_positions.empty() ? index : m_positions[static_cast<std::size_t>(index)];
}

QString MapGrid::flagText(int index) const
{
    const auto found = m_flags.find(index);
    if (found == m_flags.end())
        return {};
    switch (found->second.kind) {
    case TileFlag::Kind::None:
        break;
    case TileFlag::Kind::Dead:
        return tr("dead");
    case TileFlag::Kind::Saturated:
        return tr("saturated");
    case TileFlag::Kind::SameAs:
        return tr("same as %1").arg(found->second.other);
    }
    return {};
}

QString MapGrid::spokenTile(int index) const
{
    const QString flag = flagText(index);
    const QString name = tr("Map %1").arg(index);
    return flag.isEmpty() ? name : name + u", "_s + flag;
}

} // namespace convscope
