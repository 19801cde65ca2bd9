// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/maps_presenter.h"

#include "model/output_format.h"
#include "pages/explore/cell_text.h"
#include "pages/explore/large_map_presenter.h"
#include "pages/explore/merge_headings.h"
#include "views/map_grid.h"

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

std::int64_t middleIfUnset(std::int64_t index, std::int64_t count)
{
    return index < 0 ? count / 2 : std::clamp<std::int64_t>(index, 0, count - 1);
}

} // namespace

MapsPresenter::MapsPresenter(const PageContext &context, Views views, QObject *parent)
    : QObject(parent), m_document(context.document), m_results(context.results),
      m_selection(context.selection), m_views(views),
      m_large(new LargeMapPresenter(context, views.panel, this)), m_grid(views.grid)
{
    connect(&m_renderer, &MapRenderer::rendered, this, &MapsPresenter::show);
    connect(m_selection, &Selection::layerSelected, this, &MapsPresenter::refresh);
    connect(m_selection, &Selection::inputSelected, this, &MapsPresenter::refresh);
    connect(m_selection, &Selection::lookedElsewhere, this, &MapsPresenter::refresh);
    connect(m_document, &ModelDocument::changed, this, [this] {
        // Without an input no result follows, and only the first has one.
        if (m_document->inputTensors().empty())
            refresh();
        else if (m_selection->layer() < 0 && m_selection->input() > 0)
            refreshIfOther();
    });
    connect(m_results, &LayerResults::layerChanged, this, [this](int index) {
        if (index == m_selection->layer())
            refreshIfOther();
    });
    connect(m_results, &LayerResults::progressed, this, &MapsPresenter::updateStaleness);
    connect(m_results, &LayerResults::questionChanged, this, &MapsPresenter::refreshIfOther);
    connect(m_results, &LayerResults::finished, this, [this] {
        updateStaleness();
        // A run that was stopped may have left out what it was to draw.
        if (m_early && m_requested == m_early->serial && m_answered < m_requested)
            refresh();
        m_early.reset();
        if (selectedResult() == nullptr)
            refresh();
    });
    connect(m_large, &LargeMapPresenter::cellChanged, this, &MapsPresenter::describeCell);
    connectGrid();
    connectDisplay();
}

void MapsPresenter::setActive(bool isActive)
{
    m_isActive = isActive;
    m_early.reset();
    if (!isActive)
        return;
    m_large->showPin();
    describeCell();
    refreshIfOther();
}

void MapsPresenter::connectGrid()
{
    MapGrid *grid = m_views.grid->grid();
    connect(grid, &MapGrid::tilesNeeded, this,
            [this](const std::vector<int> &indices, QSize devicePixels) {
                // The grid asks after every change of its own; what is on the way need not be asked
                // for.
                const bool isOnTheWay =
                    devicePixels == m_tileSize &&
                    std::all_of(indices.begin(), indices.end(), [this](int i) {
                        return std::find(m_tiles.begin(), m_tiles.end(), i) != m_tiles.end();
                    });
                if (isOnTheWay)
                    return;
                m_tileSize = devicePixels;
                refresh();
            });
    connect(grid, &MapGrid::selectionChanged, this, [this](int channel) {
        LookedAt at = m_selection->lookedAt();
        at.channel = channel;
        m_selection->look(at);
    });
    connect(m_views.grid, &MapGridPanel::orderChanged, this, &MapsPresenter::refresh);
    connect(m_views.panel, &MapPanel::previousMap, grid, [grid] { grid->selectNext(-1); });
    connect(m_views.panel, &MapPanel::nextMap, grid, [grid] { grid->selectNext(1); });
}

void MapsPresenter::connectDisplay()
{
    const MapPanelHeader *header = m_views.panel->header();
    connect(header, &MapPanelHeader::settingsChosen, this, &MapsPresenter::setSettings);
    connect(header, &MapPanelHeader::overlayToggled, this, &MapsPresenter::refresh);
    connect(m_views.panel, &MapPanel::automaticRequested, m_views.contrast,
            &ContrastStrip::cycleAutomatic);
    connect(m_views.contrast, &ContrastStrip::rangeEdited, this,
            [this](ValueRange range, bool, bool movesLow, bool movesHigh) {
                DisplaySettings settings = m_settings;
                if (settings.scope == RangeScope::Fixed)
                    settings.fixed = range;
                if (movesLow)
                    settings.low = range.low;
                if (movesHigh)
                    settings.high = range.high;
                setSettings(settings);
            });
    connect(m_views.contrast, &ContrastStrip::automaticRequested, this, [this](double share) {
        DisplaySettings settings = m_settings;
        if (settings.scope == RangeScope::Fixed)
            settings.scope = RangeScope::Layer;
        settings.share = share;
        settings.low.reset();
        settings.high.reset();
        setSettings(settings);
    });
}

void MapsPresenter::setSettings(const DisplaySettings &settings)
{
    if (settings == m_settings)
        return;
    // Choosing Fixed keeps what is on the screen.
    const bool becomesFixed =
        settings.scope == RangeScope::Fixed && m_settings.scope != RangeScope::Fixed;
    m_settings = settings;
    if (becomesFixed && settings.fixed == ValueRange{} && m_shown)
        m_settings.fixed = m_shown->range;
    m_views.panel->header()->setSettings(m_settings);
    refresh();
    Q_EMIT settingsChanged(m_settings);
}

void MapsPresenter::setDark(bool isDark)
{
    m_isDark = isDark;
    refresh();
}

bool MapsPresenter::isSettled() const
{
    // What is drawn early may be newer than the last request.
    return m_answered >= m_requested && m_layerShown == m_selection->layer();
}

std::optional<RenderRequest> MapsPresenter::requestFor(int index, const Extents &extents,
                                                       DataFormat format) const
{
    const auto rank = static_cast<int>(extents.size());
    if (rank < 2 || rank > 5 || std::find(extents.begin(), extents.end(), 0) != extents.end())
        return std::nullopt;
    const std::int64_t channels =
        rank == 2 ? 1 : extents[static_cast<std::size_t>(channelAxis(format, rank))];
    const LookedAt at = m_selection->lookedAt();
    RenderRequest request;
    request.layer = layerName().toStdString();
    request.format = format;
    request.channel = std::clamp<std::int64_t>(at.channel, 0, channels - 1);
    request.batch = std::clamp<std::int64_t>(at.batch, 0, extents[0] - 1);
    const auto spatial = extents.begin() + spatialAxis(format);
    if (rank == 5) {
        request.slice = middleIfUnset(at.slice, spatial[0]);
        request.row = middleIfUnset(at.row, spatial[1]);
        request.column = middleIfUnset(at.column, spatial[2]);
    }
    const std::vector<Tensor> &inputs = m_document->inputTensors();
    if (index >= 0 && rank == 4 && !inputs.empty() && inputs.front().rank() == 4 &&
        m_views.panel->header()->isOverlayShown()) {
        request.overlay = inputs.front();
        request.overlayFormat = m_document->inputFormat();
    }
    request.settings = m_settings;
    request.isDark = m_isDark;
    request.isInput = index < 0;
    request.wantsSimilarity = m_views.grid->order() == MapOrder::Similarity;
    const QSize cells =
        rank <= 3 ? QSize()
                  : QSize(static_cast<int>(spatial[rank - 3]), static_cast<int>(spatial[rank - 4]));
    const MapGrid::Wanted wanted =
        m_views.grid->grid()->wantedFor(static_cast<int>(channels), cells, rank <= 3);
    request.tiles = wanted.indices;
    request.tileSize = wanted.devicePixels;
    return request;
}

void MapsPresenter::addLayerInput(RenderRequest &request, int index) const
{
    if (index < 0 || (request.output.rank() != 3 && request.output.rank() != 5))
        return;
    const std::vector<Source> sources = m_document->model().sources(index);
    if (sources.empty() || sources.front().kind == Source::Kind::Missing)
        return;
    const bool isLayer = sources.front().kind == Source::Kind::Layer;
    const EvaluatedLayer *before =
        isLayer ? m_results->at(sources.front().index)
                : m_results->at(-1, static_cast<std::size_t>(sources.front().index));
    if (before != nullptr) {
        request.layerInput = before->result.output;
        request.inputFormat = before->format;
    }
}

std::optional<RenderRequest> MapsPresenter::requestForResult() const
{
    const int index = m_selection->layer();
    const EvaluatedLayer *layer = selectedResult();
    if (layer == nullptr || layer->result.output.isNull())
        return std::nullopt;
    auto request = requestFor(index, layer->result.output.extents(), layer->format);
    if (!request)
        return std::nullopt;
    request->output = layer->result.output;
    request->reduction = layer->reduction;
    addLayerInput(*request, index);
    if (m_settings.scope == RangeScope::All) {
        for (int i = 0; i < m_document->model().size(); ++i) {
            if (const EvaluatedLayer *other = m_results->at(i); other != nullptr)
                request->all.push_back(other->result.output);
        }
    }
    return request;
}

std::optional<EarlyDrawing> MapsPresenter::prepareEarly()
{
    m_early.reset();
    const int index = m_selection->layer();
    if (!m_isActive || index < 0 || index >= m_document->model().size() ||
        m_settings.scope == RangeScope::All)
        return std::nullopt;
    const int reduction = m_results->reduction();
    const auto &shape =
        m_results->shapesFor(reduction).layers[static_cast<std::size_t>(index)].output;
    if (!shape || !shape->isKnown() || shape->rank() != 4)
        return std::nullopt;
    Extents extents;
    for (int axis = 0; axis < 4; ++axis)
        extents.push_back((*shape)[axis].value_or(0));
    const auto formats = outputFormats(m_document->model(), m_document->stage().formats);
    auto request = requestFor(index, extents, formats[static_cast<std::size_t>(index)]);
    if (!request)
        return std::nullopt;
    request->reduction = reduction;
    request->serial = ++m_serial;
    m_early = request;
    // Nothing to draw where an edit further down leaves this layer as it is shown.
    const bool isShown = m_shown && m_shown->request.asksLike(*request);
    const Fingerprint shown = isShown ? m_shown->request.output.fingerprint() : Fingerprint();
    return EarlyDrawing{request->layer,
                        [renderer = &m_renderer, request = std::move(*request), extents, isShown,
                         shown](const Tensor &output, DataFormat format) {
                            if (output.extents() != extents || format != request.format ||
                                (isShown && output.fingerprint() == shown))
                                return;
                            RenderRequest complete = request;
                            complete.output = output;
                            renderer->renderHere(std::move(complete));
                        }};
}

void MapsPresenter::send(RenderRequest request)
{
    m_tiles = request.tiles;
    m_tileSize = request.tileSize;
    request.serial = ++m_serial;
    m_requested = request.serial;
    m_renderer.render(std::move(request));
}

void MapsPresenter::refreshIfOther()
{
    if (!m_isActive)
        return;
    const auto request = requestForResult();
    if (!request) {
        refresh();
        return;
    }
    updateStaleness();
    if (m_shown && m_answered >= m_requested && m_shown->request.asksLike(*request) &&
        m_shown->request.output == request->output) {
        // The layer may have moved.
        m_layerShown = m_selection->layer();
        m_large->setLayer(m_layerShown);
        return;
    }
    // The computing thread is drawing it.
    if (m_early && m_early->asksLike(*request) && m_early->serial > m_requested) {
        m_tiles = request->tiles;
        m_tileSize = request->tileSize;
        m_requested = m_early->serial;
        return;
    }
    if (m_early && m_early->serial == m_requested && m_early->asksLike(*request))
        return;
    send(*request);
}

void MapsPresenter::refresh()
{
    if (!m_isActive)
        return;
    updateStaleness();
    if (auto request = requestForResult())
        send(std::move(*request));
    else if (selectedResult() != nullptr || !m_results->isRunning())
        showNothing();
}

void MapsPresenter::show(const std::shared_ptr<const RenderedMaps> &maps)
{
    // Drawn on two threads, pictures may overtake each other.
    if (maps->request.serial < m_answered)
        return;
    m_answered = maps->request.serial;
    // The selection has moved on: the next answer is for it.
    const EvaluatedLayer *layer = selectedResult();
    if (!m_isActive || layer == nullptr || maps->request.layer != layerName().toStdString())
        return;
    m_shown = maps;
    m_layerShown = m_selection->layer();
    m_large->show(maps, m_layerShown);
    m_grid.show(*maps, mergeHeadings(*m_document, m_layerShown, layer->format));
    showContrast(*maps);
    describeCell();
    Q_EMIT shownChanged();
}

void MapsPresenter::showContrast(const RenderedMaps &maps)
{
    ContrastStrip *strip = m_views.contrast;
    strip->setDistribution(maps.distribution);
    strip->setRange(maps.range);
    strip->setColormap(*maps.colormap, m_settings.inverted);
    const bool isByHand =
        m_settings.scope == RangeScope::Fixed || m_settings.low || m_settings.high;
    strip->setAutomaticShare(isByHand ? 0.0 : m_settings.share);
    strip->setSharing(sharingText(RenderedMaps::count(maps.request.output, maps.request.format)));
}

QString MapsPresenter::sharingText(int maps) const
{
    QString text;
    switch (m_settings.scope) {
    case RangeScope::Map:
        text = tr("this map alone");
        break;
    case RangeScope::Layer:
        text = maps == 1 ? tr("this map alone") : tr("shared by %n maps", nullptr, maps);
        break;
    case RangeScope::All:
        text = tr("shared by all layers");
        break;
    case RangeScope::Fixed:
        return tr("fixed for all layers");
    }
    if (m_settings.low && m_settings.high)
        return tr("both ends fixed");
    if (m_settings.low)
        return tr("%1, lower end fixed").arg(text);
    return m_settings.high ? tr("%1, upper end fixed").arg(text) : text;
}

QString MapsPresenter::layerName() const
{
    const int index = m_selection->layer();
    const Model &model = m_document->model();
    if (index >= 0)
        return QString::fromStdString(model.layer(index).name());
    return model.inputs.size() < 2
               ? QString()
               : QString::fromStdString(model.inputs[m_selection->input()].name);
}

const EvaluatedLayer *MapsPresenter::selectedResult() const
{
    return m_results->at(m_selection->layer(), m_selection->input());
}

void MapsPresenter::describeCell()
{
    if (!m_isActive)
        return;
    const std::optional<MapCell> cell = m_large->cell();
    m_cellWords = cell && m_shown ? cellText(*m_document, *m_results, m_layerShown, *m_shown,
                                             cell->row, cell->column)
                                  : QString();
    Q_EMIT cellDescribed(m_cellWords);
}

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
    m_large->setStale(isStale);
    m_views.grid->grid()->setStale(isStale);
    m_views.contrast->setStale(isStale);
    m_large->setProgress(m_results->isSlow() ? m_results->progress() : -1.0);
}

void MapsPresenter::showNothing()
{
    const int index = m_selection->layer();
    m_shown.reset();
    m_layerShown = index;
    m_answered = m_requested;
    m_large->showNothing(layerName().isEmpty() ? tr("the input") : layerName(),
                         whyNoMaps(*m_document, *m_results, index));
    m_grid.showNothing();
    describeCell();
    Q_EMIT shownChanged();
}

} // namespace convscope
