// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluation/layer_results.h"
#include "model/repairs.h"
#include "window/selection.h"

#include <QObject>
#include <vector>

class QStackedWidget;

namespace convscope {

/// What stands in the middle where the selected layer has no maps: the error with its arithmetic and
/// repairs, the layer it waits for, or an invitation to open something.
class ProblemPages : public QObject
{
    Q_OBJECT

public:
    /// The pages are added to `centre`. All arguments must outlive this object.
    ProblemPages(ModelDocument *document, LayerResults *results, Selection *selection,
                 QStackedWidget *centre, QObject *parent = nullptr);

    /// The page for a layer as it stands (−1: the input), filled; nullptr: it has maps.
    [[nodiscard]] QWidget *pageFor(int layer);
    [[nodiscard]] int repairCount() const { return static_cast<int>(m_repairs.size()); }
    void applyRepair(int index);
    [[nodiscard]] bool isSettled() const { return true; }

private:
    ModelDocument *m_document;
    LayerResults *m_results;
    Selection *m_selection;
    std::vector<Repair> m_repairs;
};

} // namespace convscope
