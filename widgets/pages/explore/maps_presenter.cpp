// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/maps_presenter.h"

#include "evaluation/preview_text.h"
#include "model/output_format.h"
#include "pages/explore/cell_text.h"
#include "style/numbers.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/signal_view.h"
#include "views/volume_view.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <numeric>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

TileFlag flagOf(const MapStatistics &map)
{
    if (map.isDead())
        return {TileFlag::Kind::Dead, 0};
    if (map.sameAs >= 0)
        return {TileFlag::Kind::SameAs, static_cast<int>(map.sameAs)};
    if (map.isSaturated())
        return {TileFlag::Kind::Saturated, 0};
    return {};
}

std::int64_t middleIfUnset(std::int64_t index, std::int64_t count)
{
    return index < 0 ? count / 2 : std::clamp<std::int64_t>(index, 0, count - 1);
}

} // namespace

MapsPresenter::MapsPresenter(const PageContext &context, Views views, QObject *parent)
    : QObject(parent), m_document(context.document), m_results(context.results),
      m_selection(context.selection), m_views(views)
{
    connect(&m_renderer, &MapRenderer::rendered, this, &MapsPresenter::show);
    connect(m_selection, &Selection::layerSelected, this, &MapsPresenter::refresh);
    connect(m_selection, &Selection::lookedElsewhere, this, &MapsPresenter::refresh);
    connect(m_document, &ModelDocument::changed, this, [this] {
        // Without an input no result follows.
        if (m_document->inputTensors().empty())
            refresh();
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
        if (m_results->at(m_selection->layer()) == nullptr)
            refresh();
    });
    connectViews();
    connectPin();
}

void MapsPresenter::setActive(bool isActive)
{
    m_isActive = isActive;
    m_early.reset();
    if (!isActive)
        return;
    showPin();
    describeCell();
    refreshIfOther();
}

void MapsPresenter::connectViews()
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
    connect(grid, &MapGrid::selectionChanged, this, &MapsPresenter::selectChannel);
    connect(m_views.grid, &MapGridPanel::orderChanged, this, &MapsPresenter::refresh);
    FeatureMapView *map = m_views.panel->map();
    connect(map, &FeatureMapView::cellHovered, this, &MapsPresenter::describeCell);
    connect(m_views.panel, &MapPanel::previousMap, grid, [grid] { grid->selectNext(-1); });
    connect(m_views.panel, &MapPanel::nextMap, grid, [grid] { grid->selectNext(1); });
    connectKinds();
    connect(m_views.panel->header(), &MapPanelHeader::settingsChosen, this,
            &MapsPresenter::setSettings);
    connect(m_views.panel->header(), &MapPanelHeader::overlayToggled, this,
            &MapsPresenter::refresh);
    connect(m_views.panel, &MapPanel::automaticRequested, m_views.contrast,
            &ContrastStrip::cycleAutomatic);
    connect(m_views.panel, &MapPanel::axisChanged, this, [this](int axis, int value) {
        LookedAt at = m_selection->lookedAt();
        if (m_axes.at(static_cast<std::size_t>(axis)) == HiddenAxis::Batch)
            at.batch = value;
        else
            at.slice = value;
        m_selection->look(at);
    });
    connect(m_views.contrast, &ContrastStrip::rangeEdited, this, [this](ValueRange range) {
        DisplaySettings settings = m_settings;
        settings.scope = RangeScope::Fixed;
        settings.fixed = range;
        setSettings(settings);
    });
    connect(m_views.contrast, &ContrastStrip::automaticRequested, this, [this](double share) {
        DisplaySettings settings = m_settings;
        if (settings.scope == RangeScope::Fixed)
            settings.scope = RangeScope::Layer;
        settings.share = share;
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

void MapsPresenter::selectChannel(int channel)
{
    LookedAt at = m_selection->lookedAt();
    at.channel = channel;
    m_selection->look(at);
}

bool MapsPresenter::isSettled() const
{
    return m_answered == m_requested && m_layerShown == m_selection->layer();
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

std::optional<RenderRequest> MapsPresenter::requestForResult() const
{
    const int index = m_selection->layer();
    const EvaluatedLayer *layer = m_results->at(index);
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
    const auto formats = outputFormats(m_document->model(), m_document->inputFormat());
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
    if (m_shown && m_answered == m_requested && m_shown->request.asksLike(*request) &&
        m_shown->request.output == request->output) {
        // The layer may have moved.
        m_layerShown = m_selection->layer();
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
    else if (m_results->at(m_selection->layer()) != nullptr || !m_results->isRunning())
        showNothing();
}

void MapsPresenter::show(const std::shared_ptr<const RenderedMaps> &maps)
{
    // Drawn on two threads, pictures may overtake each other.
    if (maps->request.serial < m_answered)
        return;
    m_answered = maps->request.serial;
    // The selection has moved on: the next answer is for it.
    const EvaluatedLayer *layer = m_results->at(m_selection->layer());
    if (!m_isActive || layer == nullptr || maps->request.layer != layerName().toStdString())
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    m_shown = maps;
    m_layerShown = m_selection->layer();
    MapPanel *panel = m_views.panel;
    panel->header()->setTitle(tr("Map %1").arg(maps->request.channel),
                              m_layerShown < 0 ? tr("the input") : layerName());
    panel->header()->setNote(previewText(maps->request.reduction),
                             fractionText(maps->request.reduction));
    panel->map()->setAccessibleDescription(previewText(maps->request.reduction));
    panel->header()->setColormapInUse(*maps->colormap);
    const std::vector<Tensor> &inputs = m_document->inputTensors();
    panel->header()->setOverlayAvailable(m_layerShown >= 0 && maps->request.output.rank() == 4 &&
                                         !inputs.empty() && inputs.front().rank() == 4);
    showLarge(*maps);
    showPin();
    panel->map()->setOverlay(maps->overlay);
    showAxes(*maps);
    showGrid(*maps);
    showContrast(*maps);
    describeCell();
    Q_EMIT shownChanged();
}

void MapsPresenter::showAxes(const RenderedMaps &maps)
{
    std::vector<MapPanel::Axis> axes;
    m_axes.clear();
    const RenderRequest &request = maps.request;
    if (request.output.rank() == 5) {
        m_axes.push_back(HiddenAxis::Slice);
        axes.push_back({tr("slice"),
                        static_cast<int>(spatialExtents(request.output, request.format)[0]),
                        static_cast<int>(request.slice)});
    }
    if (request.output.extent(0) > 1) {
        m_axes.push_back(HiddenAxis::Batch);
        axes.push_back({tr("batch"), static_cast<int>(request.output.extent(0)),
                        static_cast<int>(request.batch)});
    }
    m_views.panel->setAxes(axes);
    // There is room for one: the slider names the slice too.
    m_views.grid->setNote(request.reduction > 1        ? tr("preview")
                          : request.output.rank() == 5 ? tr("slice %1").arg(request.slice)
                                                       : QString());
}

void MapsPresenter::showGrid(const RenderedMaps &maps)
{
    MapGrid *grid = m_views.grid->grid();
    const int count = RenderedMaps::count(maps.request.output, maps.request.format);
    const bool isSequence = maps.request.output.rank() <= 3;
    const QSize cells =
        isSequence ? QSize()
                   : QSize(static_cast<int>(maps.plane.columns), static_cast<int>(maps.plane.rows));
    // A grid of another kind forgets its order.
    if (count != grid->count() || cells != m_cells)
        m_order.clear();
    m_cells = cells;
    if (isSequence)
        grid->setSignals(count);
    else
        grid->setMaps(count, cells);
    m_views.grid->updateTitle();
    {
        const QSignalBlocker blocker(grid);
        grid->select(static_cast<int>(maps.request.channel));
    }
    std::map<int, TileFlag> flags;
    for (std::size_t i = 0; maps.request.output.rank() > 2 && i < maps.statistics.size(); ++i)
        flags[static_cast<int>(i)] = flagOf(maps.statistics[i]);
    grid->setFlags(std::move(flags));
    applyOrder(maps);
    for (const auto &[index, picture] : maps.tiles)
        grid->setTile(index, picture);
    if (!maps.lines.empty())
        grid->setLineRange(maps.range.low, maps.range.high);
    for (const auto &[index, line] : maps.lines)
        grid->setTileLine(index, line);
}

void MapsPresenter::applyOrder(const RenderedMaps &maps)
{
    const MapOrder order = m_views.grid->order();
    const auto count = static_cast<std::size_t>(m_views.grid->grid()->count());
    if (order == MapOrder::Index || maps.statistics.size() != count ||
        (order == MapOrder::Similarity && maps.similarity.size() != count)) {
        setOrder({});
        return;
    }
    const auto key = [&](int index) {
        const auto i = static_cast<std::size_t>(index);
        if (order == MapOrder::Energy)
            return maps.statistics[i].energy;
        if (order == MapOrder::Contrast)
            return maps.statistics[i].standardDeviation;
        return maps.similarity[i];
    };
    std::vector<int> indices(count);
    std::iota(indices.begin(), indices.end(), 0);
    std::stable_sort(indices.begin(), indices.end(), [&](int a, int b) { return key(a) > key(b); });
    setOrder(std::move(indices));
}

void MapsPresenter::setOrder(std::vector<int> order)
{
    if (order == m_order)
        return;
    m_order = order;
    m_views.grid->grid()->setOrder(std::move(order));
}

void MapsPresenter::showContrast(const RenderedMaps &maps)
{
    ContrastStrip *strip = m_views.contrast;
    strip->setDistribution(maps.distribution);
    strip->setRange(maps.range);
    strip->setColormap(*maps.colormap, m_settings.inverted);
    strip->setAutomaticShare(m_settings.scope == RangeScope::Fixed ? 0.0 : m_settings.share);
    const int count = RenderedMaps::count(maps.request.output, maps.request.format);
    switch (m_settings.scope) {
    case RangeScope::Map:
        strip->setSharing(tr("this map alone"));
        break;
    case RangeScope::Layer:
        strip->setSharing(count == 1 ? tr("this map alone")
                                     : tr("shared by %n maps", nullptr, count));
        break;
    case RangeScope::All:
        strip->setSharing(tr("shared by all layers"));
        break;
    case RangeScope::Fixed:
        strip->setSharing(tr("fixed for all layers"));
        break;
    }
}

QString MapsPresenter::layerName() const
{
    const int index = m_selection->layer();
    return index < 0 ? QString() : QString::fromStdString(m_document->model().layer(index).name());
}

void MapsPresenter::describeCell()
{
    if (!m_isActive)
        return;
    const MapPanel *panel = m_views.panel;
    std::optional<MapCell> cell;
    if (panel->kind() == MapPanel::Kind::Signal) {
        if (const auto step = panel->signal()->currentStep())
            cell = MapCell{0, *step};
    } else if (showsPlanes()) {
        const VolumeCursor cursor = panel->volume()->cursorCell();
        cell = MapCell{cursor.row, cursor.column};
    } else {
        cell = panel->map()->currentCell();
    }
    Q_EMIT cellDescribed(cell && m_shown ? cellText(*m_document, *m_results, m_layerShown, *m_shown,
                                                    cell->row, cell->column)
                                         : QString());
}

} // namespace convscope
