// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluation/map_renderer.h"
#include "views/map_grid.h"
#include "views/map_grid_panel.h"

#include <QCoreApplication>

namespace convscope {

/// Shows drawn maps in the grid: tiles, their flags and their order.
class GridPresenter
{
    Q_DECLARE_TR_FUNCTIONS(convscope::GridPresenter)

public:
    /// `panel` must outlive this object.
    explicit GridPresenter(MapGridPanel *panel) : m_panel(panel) {}

    void show(const RenderedMaps &maps, std::vector<GridHeading> headings);
    void showNothing();

private:
    void applyOrder(const RenderedMaps &maps);
    void setOrder(std::vector<int> order);

    MapGridPanel *m_panel;
    std::vector<int> m_order;
    /// Columns × rows of a map; empty for sequences.
    QSize m_cells;
};

} // namespace convscope
