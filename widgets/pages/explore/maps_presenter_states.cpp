// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How the presenter tells what is old, under way or not there.
#include "pages/explore/maps_presenter.h"

#include "language/core_words.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/signal_view.h"
#include "views/volume_view.h"

#include <QScopedValueRollback>

namespace convscope {

void MapsPresenter::updateStaleness()
{
    if (!m_isActive)
        return;
    const int index = m_selection->layer();
    const bool isStale = m_results->isStale(index) && m_results->showsStale();
    if (isStale != m_isStale) {
        m_isStale = isStale;
        describeCell();
    }
    m_views.panel->map()->setStale(isStale);
    m_views.panel->signal()->setStale(isStale);
    m_views.panel->volume()->setStale(isStale);
    m_views.grid->grid()->setStale(isStale);
    m_views.contrast->setStale(isStale);
    const double progress = m_results->isSlow() ? m_results->progress() : -1.0;
    m_views.panel->map()->setProgress(progress);
    m_views.panel->signal()->setProgress(progress);
    m_views.panel->volume()->setProgress(progress);
}

void MapsPresenter::showNothing()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const int index = m_selection->layer();
    m_shown.reset();
    m_layerShown = index;
    m_answered = m_requested;
    MapPanel *panel = m_views.panel;
    panel->header()->setTitle(tr("No map"), index < 0 ? tr("the input") : layerName());
    panel->header()->setNote({}, {});
    panel->setKind(MapPanel::Kind::Map);
    panel->setAxes({});
    panel->map()->setEmpty(whyNothing(index));
    m_views.grid->grid()->setMaps(0, {});
    m_views.grid->updateTitle();
    m_views.grid->setNote({});
    describeCell();
    Q_EMIT shownChanged();
}

QString MapsPresenter::whyNothing(int index) const
{
    if (m_document->inputTensors().empty())
        return tr("No input yet. Open, drop or paste a picture, a volume or a sound.");
    if (const EvaluatedLayer *layer = m_results->at(index))
        return tr("An output of shape %1 has no maps to show.")
            .arg(QString::fromStdString(toString(layer->result.output.extents())));
    if (m_results->isUpToDate())
        return tr("A layer before this one did not run.");
    if (!m_results->isPreview() || m_results->wasStopped() || index < 0)
        return tr("Not computed yet. The status bar says what it would take; F5 computes it.");
    const LayerShapes &shapes =
        m_results->shapesFor(m_results->reduction()).layers[static_cast<std::size_t>(index)];
    return shapes.error
               ? tr("No preview: on so small an input %1").arg(localized(*shapes.error))
               : tr("No preview: it waits for %1, which does not run on so small an input.")
                     .arg(QString::fromStdString(shapes.waitsFor));
}

} // namespace convscope
