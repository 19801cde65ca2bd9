// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/live_map_presenter.h"

#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "pages/weights/split_map_view.h"
#include "pages/weights/weight_views.h"
#include "style/theme.h"

#include <algorithm>

namespace convscope {

namespace {

/// With an output; of a volume the middle slice where none is chosen.
LiveMapRequest completed(LiveMapRequest request, const Tensor &output, DataFormat format)
{
    request.now = output;
    request.format = format;
    if (output.rank() == 5 && request.slice < 0)
        request.slice = spatialExtents(output, format)[0] / 2;
    return request;
}

} // namespace

LiveMapPresenter::LiveMapPresenter(const PageContext &context, const WeightViews &views,
                                   QObject *parent)
    : QObject(parent), m_context(context), m_views(views)
{
    connect(context.results, &LayerResults::layerChanged, this, [this](int index) {
        if (index == m_context.selection->layer())
            refresh();
    });
    connect(context.results, &LayerResults::progressed, this, &LiveMapPresenter::updateStaleness);
    connect(context.results, &LayerResults::finished, this, &LiveMapPresenter::updateStaleness);
    connect(context.results, &LayerResults::questionChanged, this,
            &LiveMapPresenter::updateStaleness);
}

void LiveMapPresenter::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive)
        refresh();
}

void LiveMapPresenter::keepBefore()
{
    const EvaluatedLayer *result = m_context.results->at(m_context.selection->layer());
    m_before = result != nullptr ? result->result.output : Tensor();
}

LiveMapRequest LiveMapPresenter::request() const
{
    const LookedAt at = m_context.selection->lookedAt();
    LiveMapRequest request;
    request.before = m_before;
    request.channel = at.channel;
    request.batch = at.batch;
    request.slice = at.slice;
    request.isDark = m_context.theme->isDark();
    return request;
}

void LiveMapPresenter::refresh()
{
    if (!m_isActive)
        return;
    const int layer = m_context.selection->layer();
    if (layer != m_layer) {
        m_layer = layer;
        m_before = Tensor();
        setNote({});
    }
    const EvaluatedLayer *result = m_context.results->at(layer);
    if (layer < 0 || result == nullptr || result->result.output.isNull() ||
        result->result.output.size() == 0) {
        m_asked.reset();
        m_jobs.stop();
        m_views.map->setEmpty(tr("No map yet"));
        return;
    }
    LiveMapRequest wanted = completed(request(), result->result.output, result->format);
    updateStaleness();
    if (m_asked && m_asked->asksLike(wanted))
        return;
    m_asked = wanted;
    m_jobs.startLatest(
        [wanted = std::move(wanted)](const BackgroundJobs::Job &) { return drawLiveMaps(wanted); },
        [this](Result<LiveMaps> maps) {
            if (maps)
                show(std::move(*maps));
        });
}

std::optional<EarlyDrawing> LiveMapPresenter::prepareEarly()
{
    const int index = m_context.selection->layer();
    const Model &model = m_context.document->model();
    if (!m_isActive || index < 0 || index >= model.size() || m_views.map->maps() == nullptr ||
        m_layer != index)
        return std::nullopt;
    // Of every rank: a long run that is overtaken ends as soon as this is drawn.
    const LiveMapRequest wanted = request();
    return EarlyDrawing{model.layer(index).name(),
                        [this, wanted, last = m_views.map->maps()->request.now](
                            const Tensor &output, DataFormat format) {
                            if (output.extents() != last.extents() || output == last)
                                return;
                            const LiveMapRequest complete = completed(wanted, output, format);
                            auto maps = std::make_shared<LiveMaps>(drawLiveMaps(complete));
                            m_jobs.post([this, maps, wanted, complete] {
                                if (!request().asksLike(wanted))
                                    return;
                                m_asked = complete;
                                show(std::move(*maps));
                            });
                        }};
}

void LiveMapPresenter::show(LiveMaps maps)
{
    if (!m_isActive)
        return;
    // The features of a vector are one map.
    const QString map =
        maps.request.now.rank() == 2 ? tr("Output") : tr("Map %1").arg(maps.request.channel);
    m_views.mapTitle->setText(maps.hasBefore ? tr("%1, live").arg(map) : map);
    m_views.mode->setEnabled(maps.hasBefore);
    m_views.map->setMaps(std::make_shared<const LiveMaps>(std::move(maps)));
    updateStaleness();
    Q_EMIT shown();
}

void LiveMapPresenter::updateStaleness()
{
    if (!m_isActive)
        return;
    LayerResults *results = m_context.results;
    const int layer = m_context.selection->layer();
    m_views.map->setStale(results->showsStale() && results->isStale(layer));
    m_views.map->setProgress(results->isSlow() ? results->progress() : -1);
}

bool LiveMapPresenter::isSettled() const
{
    return !m_jobs.isBusy();
}

void LiveMapPresenter::setNote(const QString &note)
{
    m_views.mapNote->setText(note);
}

} // namespace convscope
