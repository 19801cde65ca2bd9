// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The pinned cell belongs to the selection; the views show it.
#include "pages/explore/maps_presenter.h"

#include "views/feature_map_view.h"
#include "views/signal_view.h"

#include <QScopedValueRollback>

namespace convscope {

void MapsPresenter::connectPin()
{
    connect(m_views.panel->map(), &FeatureMapView::cellPinned, this,
            [this](std::optional<MapCell> cell) {
                takePin(cell ? std::optional(PinnedCell{{cell->row, cell->column}}) : std::nullopt);
            });
    connect(m_views.panel->signal(), &SignalView::stepPinned, this,
            [this](std::optional<std::int64_t> step) {
                takePin(step ? std::optional(PinnedCell{{*step}}) : std::nullopt);
            });
    connect(m_selection, &Selection::pinnedElsewhere, this, [this] {
        showPin();
        if (m_views.panel->kind() == MapPanel::Kind::Signal)
            updateSignalWindow();
        describeCell();
    });
}

void MapsPresenter::takePin(std::optional<PinnedCell> cell)
{
    if (!m_isShowing)
        m_selection->pin(std::move(cell));
}

void MapsPresenter::showPin()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const std::vector<std::int64_t> place =
        m_selection->pinned() ? m_selection->pinned()->place : std::vector<std::int64_t>{};
    SignalView *sequence = m_views.panel->signal();
    if (place.size() == 1 && place[0] < sequence->length())
        sequence->pin(place[0]);
    else
        sequence->unpin();
    FeatureMapView *map = m_views.panel->map();
    const Plane &plane = map->plane();
    if (place.size() == 2 && place[0] < plane.rows && place[1] < plane.columns)
        map->pin({place[0], place[1]});
    else
        map->unpin();
}

} // namespace convscope
