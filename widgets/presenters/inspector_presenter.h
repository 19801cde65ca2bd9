// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "visual/map_statistics.h"

#include <QObject>
#include <QTimer>
#include <vector>

namespace convscope {

class Inspector;

/// Keeps the inspector showing the selected layer and turns what is typed there into edits.
class InspectorPresenter : public QObject
{
    Q_OBJECT

public:
    /// All arguments must outlive this object.
    InspectorPresenter(ModelDocument *document, LayerResults *results, Selection *selection,
                       Inspector *inspector, QObject *parent = nullptr);

    /// Statistics of the maps on the screen, for the statistics tab.
    void setStatistics(int layer, const std::vector<MapStatistics> &maps);

    /// Something that waits for the end of the edits is not shown yet.
    [[nodiscard]] bool isBehind() const { return m_rest.isActive(); }

private:
    void refresh();
    void showInput();
    void showLayer(int index);
    void showCost(int index);
    void showLargest(int index);

    ModelDocument *m_document;
    LayerResults *m_results;
    Selection *m_selection;
    Inspector *m_inspector;
    /// Runs since the last edit: a line that comes takes the inspector a layout, which would stand
    /// between the edit and its maps.
    QTimer m_rest;
    int m_tellsOfWeights = -1; ///< the layer of which the inspector says what became of its weights
};

} // namespace convscope
