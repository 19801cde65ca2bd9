// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/grid_presenter.h"

#include "views/map_grid.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace convscope {

namespace {

TileFlag flagOf(const MapStatistics &map)
{
    if (map.isDead())
        return {TileFlag::Kind::Dead, 0};
    if (map.sameAs >= 0)
        return {TileFlag::Kind::SameAs, static_cast<int>(map.sameAs)};
    if (map.isSaturated())
        return {TileFlag::Kind::Saturated, 0};
    return {};
}

} // namespace

void GridPresenter::show(const RenderedMaps &maps, std::vector<GridHeading> headings)
{
    MapGrid *grid = m_panel->grid();
    const int count = RenderedMaps::count(maps.request.output, maps.request.format);
    const bool isSequence = maps.request.output.rank() <= 3;
    const QSize cells =
        isSequence ? QSize()
                   : QSize(static_cast<int>(maps.plane.columns), static_cast<int>(maps.plane.rows));
    // A grid of another kind forgets its order.
    if (count != grid->count() || cells != m_cells)
        m_order.clear();
    m_cells = cells;
    if (isSequence)
        grid->setSignals(count);
    else
        grid->setMaps(count, cells);
    grid->setHeadings(std::move(headings));
    m_panel->updateTitle();
    // Selecting scrolls: where the map is selected already the grid stays as a person left it.
    if (const auto channel = static_cast<int>(maps.request.channel); channel != grid->selected()) {
        const QSignalBlocker blocker(grid);
        grid->select(channel);
    }
    std::map<int, TileFlag> flags;
    for (std::size_t i = 0; maps.request.output.rank() > 2 && i < maps.statistics.size(); ++i)
        flags[static_cast<int>(i)] = flagOf(maps.statistics[i]);
    grid->setFlags(std::move(flags));
    applyOrder(maps);
    // There is room for one: the slider over the large map names the slice too.
    m_panel->setNote(maps.request.reduction > 1        ? tr("preview")
                     : maps.request.output.rank() == 5 ? tr("slice %1").arg(maps.request.slice)
                                                       : QString());
    for (const auto &[index, picture] : maps.tiles)
        grid->setTile(index, picture);
    if (!maps.lines.empty())
        grid->setLineRange(maps.range.low, maps.range.high);
    for (const auto &[index, line] : maps.lines)
        grid->setTileLine(index, line);
}

void GridPresenter::applyOrder(const RenderedMaps &maps)
{
    const MapOrder order = m_panel->order();
    const auto count = static_cast<std::size_t>(m_panel->grid()->count());
    if (order == MapOrder::Index || maps.statistics.size() != count ||
        (order == MapOrder::Similarity && maps.similarity.size() != count)) {
        setOrder({});
        return;
    }
    const auto key = [&](int index) {
        const auto i = static_cast<std::size_t>(index);
        if (order == MapOrder::Energy)
            return maps.statistics[i].energy;
        if (order == MapOrder::Contrast)
            return maps.statistics[i].standardDeviation;
        return maps.similarity[i];
    };
    std::vector<int> indices(count);
    std::iota(indices.begin(), indices.end(), 0);
    std::stable_sort(indices.begin(), indices.end(), [&](int a, int b) { return key(a) > key(b); });
    setOrder(std::move(indices));
}

void GridPresenter::setOrder(std::vector<int> order)
{
    if (order == m_order)
        return;
    m_order = order;
    m_panel->grid()->setOrder(std::move(order));
}

void GridPresenter::showNothing()
{
    m_panel->grid()->setMaps(0, {});
    m_panel->updateTitle();
    m_panel->setNote({});
}

} // namespace convscope
