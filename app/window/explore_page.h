// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "window/maps_presenter.h"

#include <QWidget>

namespace convscope {

class HairSplitter;

/// The middle of the window: the grid of maps beside the large map with its contrast strip.
class ExplorePage : public QWidget
{
    Q_OBJECT

public:
    ExplorePage(ModelDocument *document, LayerResults *results, Selection *selection,
                QWidget *parent = nullptr);

    [[nodiscard]] MapsPresenter *presenter() const { return m_presenter; }
    [[nodiscard]] MapGridPanel *grid() const { return m_grid; }
    [[nodiscard]] MapPanel *panel() const { return m_panel; }
    [[nodiscard]] ContrastStrip *contrast() const { return m_contrast; }
    [[nodiscard]] HairSplitter *splitter() const { return m_splitter; }
    /// So many columns of tiles where nobody has chosen another width.
    void setColumns(int columns);
    /// Widths of grid and map, where somebody moved the handle between them; else empty.
    [[nodiscard]] QList<int> chosenSizes() const;
    void choose(const QList<int> &sizes);

private:
    void resetSizes();

    int m_columns = 2;
    bool m_isMoved = false;
    HairSplitter *m_splitter;
    MapGridPanel *m_grid;
    MapPanel *m_panel;
    ContrastStrip *m_contrast;
    MapsPresenter *m_presenter;
};

} // namespace convscope
