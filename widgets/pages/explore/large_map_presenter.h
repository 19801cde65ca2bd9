// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "document/selection.h"
#include "evaluation/map_renderer.h"
#include "explaining/pinned_field.h"
#include "pictures/map_viewport.h"
#include "views/map_panel.h"

#include <QObject>

#include <memory>
#include <string>

namespace convscope {

/// Shows one drawn map large, whatever its kind: as a picture, a sequence or a volume. The cell
/// pinned there is the selection's.
class LargeMapPresenter : public QObject
{
    Q_OBJECT

public:
    LargeMapPresenter(const PageContext &context, MapPanel *panel, QObject *parent = nullptr);

    /// Maps of the layer at position `layer`; −1: the input.
    void show(const std::shared_ptr<const RenderedMaps> &maps, int layer);
    /// The layer shown stands elsewhere by now.
    void setLayer(int layer) { m_layer = layer; }
    /// No map; `why` stands in its place.
    void showNothing(const QString &layerName, const QString &why);
    void setStale(bool isStale);
    /// From 0 to 1; negative: nothing is under way.
    void setProgress(double progress);
    /// Marks the selection's pinned cell where the map has it.
    void showPin();
    /// How much each cell of the photo counts for the cell that the field is of; nothing: not
    /// known.
    void setHeat(std::optional<EffectivePicture> heat);
    /// The cell pointed at, pinned or walked to.
    [[nodiscard]] std::optional<MapCell> cell() const;

Q_SIGNALS:
    void cellChanged();

private:
    /// What a slider over the map moves.
    enum class HiddenAxis
    {
        Slice,
        Batch
    };

    void connectViews();
    void connectPin();
    void showHeader(const RenderedMaps &maps);
    void showMap(const RenderedMaps &maps);
    void showSignal(const RenderedMaps &maps);
    void showVolume(const RenderedMaps &maps);
    void showAxes(const RenderedMaps &maps);
    void updateSignalWindow();
    void showField();
    void takePin(std::optional<PinnedCell> cell);
    [[nodiscard]] bool showsPlanes() const;
    /// Cells of the layer's input that output cell `o` reads along spatial axis `axis`.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>>
    readCells(int axis, std::int64_t o) const;

    ModelDocument *m_document;
    LayerResults *m_results;
    Selection *m_selection;
    MapPanel *m_panel;
    std::shared_ptr<const RenderedMaps> m_shown;
    int m_layer = -1;
    /// What the map's zoom and place belong to.
    bool m_hasView = false;
    std::string m_viewedLayer;
    int m_viewedReduction = 1;
    std::optional<EffectivePicture> m_heat;
    std::vector<HiddenAxis> m_axes;
    /// Views change what they have pinned because another picture comes.
    bool m_isShowing = false;
};

} // namespace convscope
