// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "evaluation/map_renderer.h"
#include "pages/explore/grid_presenter.h"
#include "views/contrast_strip.h"
#include "views/map_grid_panel.h"
#include "views/map_panel.h"

#include <QObject>
#include <memory>

namespace convscope {

class LargeMapPresenter;

/// Keeps the grid, the large map and the contrast strip showing the selected layer: asks the
/// renderer for pictures, hands them on, and turns what is done to the views into a selection and
/// display settings.
class MapsPresenter : public QObject
{
    Q_OBJECT

public:
    struct Views
    {
        MapGridPanel *grid;
        MapPanel *panel;
        ContrastStrip *contrast;
    };

    MapsPresenter(const PageContext &context, Views views, QObject *parent = nullptr);

    /// Off: nothing is drawn and nothing follows; on: shows the present state.
    void setActive(bool isActive);
    [[nodiscard]] bool isActive() const { return m_isActive; }

    [[nodiscard]] const DisplaySettings &settings() const { return m_settings; }
    void setSettings(const DisplaySettings &settings);
    void setDark(bool isDark);
    /// See Page::prepareEarly().
    [[nodiscard]] std::optional<EarlyDrawing> prepareEarly();

    /// The pictures on the screen; null before the first.
    [[nodiscard]] const RenderedMaps *shown() const { return m_shown.get(); }
    /// The layer they belong to; −1: the input.
    [[nodiscard]] int layerShown() const { return m_layerShown; }
    /// The screen shows the latest result of the selected layer.
    /// What the status line says of the cell; empty without one.
    [[nodiscard]] const QString &cellWords() const { return m_cellWords; }
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] LargeMapPresenter *largeMap() const { return m_large; }

Q_SIGNALS:
    void settingsChanged(const convscope::DisplaySettings &settings);
    /// "conv2d [86, 146, 8] = 1.386394 ← rows 84–88, columns 144–148 of the photo"; empty without a
    /// cell.
    void cellDescribed(const QString &text);
    /// New pictures are on the screen.
    void shownChanged();

private:
    void connectGrid();
    void connectDisplay();
    void refresh();
    /// refresh(), unless the same is shown or on its way.
    void refreshIfOther();
    /// All of a request but the output. Nothing for outputs without maps.
    [[nodiscard]] std::optional<RenderRequest> requestFor(int index, const Extents &extents,
                                                          DataFormat format) const;
    [[nodiscard]] std::optional<RenderRequest> requestForResult() const;
    void send(RenderRequest request);
    void show(const std::shared_ptr<const RenderedMaps> &maps);
    void showContrast(const RenderedMaps &maps);
    /// Whose range it is, and which of its ends were set by hand.
    [[nodiscard]] QString sharingText(int maps) const;
    void describeCell();
    void updateStaleness();
    /// The layer has no maps, and none are on their way.
    void showNothing();
    /// What the layer reads, for sequences and volumes.
    void addLayerInput(RenderRequest &request, int index) const;
    /// Of several inputs the name too; empty: the only one.
    [[nodiscard]] QString layerName() const;
    [[nodiscard]] const EvaluatedLayer *selectedResult() const;

    ModelDocument *m_document;
    LayerResults *m_results;
    Selection *m_selection;
    Views m_views;
    LargeMapPresenter *m_large;
    GridPresenter m_grid;
    MapRenderer m_renderer;
    DisplaySettings m_settings;
    bool m_isDark = false;
    bool m_isActive = false;
    /// Size and indices of the tiles last asked for.
    QSize m_tileSize;
    std::vector<int> m_tiles;
    std::shared_ptr<const RenderedMaps> m_shown;
    /// Number of the last request sent, and of the last one answered.
    std::uint64_t m_serial = 0;
    /// What is drawn early in the present run, until another request is sent.
    std::optional<RenderRequest> m_early;
    std::uint64_t m_requested = 0;
    std::uint64_t m_answered = 0;
    /// The layer that m_shown belongs to; −2: none.
    int m_layerShown = -2;
    bool m_isStale = false;
    QString m_cellWords;
};

} // namespace convscope
