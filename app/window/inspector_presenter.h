// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluation/layer_results.h"
#include "visual/map_statistics.h"
#include "window/selection.h"

#include <QObject>
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

private:
    void refresh();
    void showInput();
    void showLayer(int index);
    void showCost(int index);

    ModelDocument *m_document;
    LayerResults *m_results;
    Selection *m_selection;
    Inspector *m_inspector;
};

} // namespace convscope
