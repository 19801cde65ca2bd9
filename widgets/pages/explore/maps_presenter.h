// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "evaluation/map_renderer.h"
#include "pages/page_context.h"
#include "views/contrast_strip.h"
#include "views/map_grid_panel.h"
#include "views/map_panel.h"

#include <QObject>
#include <memory>

namespace convscope {

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
    void selectChannel(int channel);
    /// See Page::prepareEarly().
    [[nodiscard]] std::optional<EarlyDrawing> prepareEarly();

    /// The pictures on the screen; null before the first.
    [[nodiscard]] const RenderedMaps *shown() const { return m_shown.get(); }
    /// The layer they belong to; −1: the input.
    [[nodiscard]] int layerShown() const { return m_layerShown; }
    /// The screen shows the latest result of the selected layer.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void settingsChanged(const convscope::DisplaySettings &settings);
    /// "conv2d [86, 146, 8] = 1.386394 ← rows 84–88, columns 144–148 of the photo"; empty without a
    /// cell.
    void cellDescribed(const QString &text);
    /// New pictures are on the screen.
    void shownChanged();

private:
    void connectViews();
    void refresh();
    /// refresh(), unless the same is shown or on its way.
    void refreshIfOther();
    /// All of a request but the output. Nothing for outputs without maps.
    [[nodiscard]] std::optional<RenderRequest> requestFor(int index, const Extents &extents,
                                                          DataFormat format) const;
    [[nodiscard]] std::optional<RenderRequest> requestForResult() const;
    void send(RenderRequest request);
    void show(const std::shared_ptr<const RenderedMaps> &maps);
    void showGrid(const RenderedMaps &maps);
    void showContrast(const RenderedMaps &maps);
    void showAxes(const RenderedMaps &maps);
    void applyOrder(const RenderedMaps &maps);
    void setOrder(std::vector<int> order);
    void describeCell();
    // The pinned cell of the selection, in the view that is shown; and what a person pins there.
    void connectPin();
    void showPin();
    void takePin(std::optional<PinnedCell> cell);
    // What is old or not there: maps_presenter_states.cpp.
    void updateStaleness();
    /// The layer has no maps, and none are on their way.
    void showNothing();
    [[nodiscard]] QString whyNothing(int index) const;
    // Sequences and volumes: maps_presenter_kinds.cpp.
    void connectKinds();
    void addLayerInput(RenderRequest &request, int index) const;
    void showLarge(const RenderedMaps &maps);
    void showSignal(const RenderedMaps &maps);
    void showVolume(const RenderedMaps &maps);
    void updateSignalWindow();
    [[nodiscard]] bool showsPlanes() const;
    /// Cells of the layer's input that output cell `o` reads along spatial axis `axis`.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>>
    readCells(int axis, std::int64_t o) const;
    [[nodiscard]] QString layerName() const;

    ModelDocument *m_document;
    LayerResults *m_results;
    Selection *m_selection;
    Views m_views;
    MapRenderer m_renderer;
    DisplaySettings m_settings;
    bool m_isDark = false;
    bool m_isActive = false;
    /// Views change what they have pinned because another picture comes.
    bool m_isShowing = false;
    /// Size and indices of the tiles last asked for, and their order in the grid.
    QSize m_tileSize;
    std::vector<int> m_tiles;
    std::vector<int> m_order;
    /// Columns × rows of a map in the grid; empty for sequences.
    QSize m_cells;
    /// What the sliders over the large map move.
    enum class HiddenAxis
    {
        Slice,
        Batch
    };
    std::vector<HiddenAxis> m_axes;
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
};

} // namespace convscope
