// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/accessible_weights.h"

#include "pages/weights/weight_cells.h"
#include "pages/weights/weight_overview.h"
#include "views/accessible_items.h"

#include <QAccessible>

#include <algorithm>

namespace convscope {

namespace {

/// Items are counted along the rows; of more than a list can count only the first are told.
int countOf(std::int64_t rows, std::int64_t columns)
{
    return static_cast<int>(std::min<std::int64_t>(rows * columns, 1 << 30));
}

QAccessibleInterface *ofCells(WeightCells *cells)
{
    AccessibleItemSource source;
    source.surface = cells->viewport();
    const auto at = [cells](int index) {
        const std::int64_t columns = std::max<std::int64_t>(1, cells->sheet().columns);
        return SheetCell{index / columns, index % columns};
    };
    const auto indexOf = [cells](SheetCell cell) {
        return static_cast<int>(cell.row * cells->sheet().columns + cell.column);
    };
    source.count = [cells] { return countOf(cells->sheet().rows, cells->sheet().columns); };
    source.current = [cells, indexOf] { return indexOf(cells->current()); };
    source.name = [cells, at](int index) { return cells->spoken(at(index)); };
    source.rect = [cells, at](int index) { return cells->cellRect(at(index)); };
    source.at = [cells, indexOf](QPoint point) {
        const auto cell = cells->cellAt(point);
        return cell ? indexOf(*cell) : -1;
    };
    source.select = [cells, at](int index) { cells->setCurrent(at(index)); };
    return new AccessibleItems(cells, std::move(source));
}

QAccessibleInterface *ofOverview(WeightOverview *overview)
{
    AccessibleItemSource source;
    source.surface = overview->viewport();
    const auto at = [overview](int index) {
        const std::int64_t filters = std::max<std::int64_t>(1, overview->sheet().filters);
        return OverviewTile{index % filters, index / filters};
    };
    const auto indexOf = [overview](OverviewTile tile) {
        return static_cast<int>(tile.channel * overview->sheet().filters + tile.filter);
    };
    source.count = [overview] {
        return countOf(overview->sheet().channels, overview->sheet().filters);
    };
    source.current = [overview, indexOf] { return indexOf(overview->current()); };
    source.name = [overview, at](int index) { return overview->spoken(at(index)); };
    source.rect = [overview, at](int index) { return overview->tileRect(at(index)); };
    source.at = [overview, indexOf](QPoint point) {
        const auto tile = overview->tileAt(point);
        return tile ? indexOf(*tile) : -1;
    };
    source.select = [overview, at](int index) { Q_EMIT overview->chosen(at(index)); };
    return new AccessibleItems(overview, std::move(source));
}

QAccessibleInterface *accessibleWeights(const QString &, QObject *object)
{
    if (auto *cells = qobject_cast<WeightCells *>(object))
        return ofCells(cells);
    if (auto *overview = qobject_cast<WeightOverview *>(object))
        return ofOverview(overview);
    return nullptr;
}

} // namespace

void installAccessibleWeights()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(&accessibleWeights);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace convscope
