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
    /// One column of tiles, for narrow windows.
    void setNarrow(bool narrow);

private:
    HairSplitter *m_splitter;
    MapGridPanel *m_grid;
    MapPanel *m_panel;
    ContrastStrip *m_contrast;
    MapsPresenter *m_presenter;
};

} // namespace convscope
