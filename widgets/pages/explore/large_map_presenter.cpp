// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/large_map_presenter.h"

#include "evaluation/layer_results.h"
#include "evaluation/preview_text.h"
#include "language/core_words.h"
#include "views/feature_map_view.h"
#include "views/signal_view.h"
#include "views/volume_view.h"

#include <QScopedValueRollback>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A name for channel `c` of a sequence: the input's own, else its number.
QString channelName(const Input *input, std::size_t c)
{
    if (input != nullptr && c < input->channelNames.size())
        return localized(input->channelNames[c]);
    return QString::number(c);
}

} // namespace

LargeMapPresenter::LargeMapPresenter(const PageContext &context, MapPanel *panel, QObject *parent)
    : QObject(parent), m_document(context.document), m_results(context.results),
      m_selection(context.selection), m_panel(panel)
{
    connectViews();
    connectPin();
}

void LargeMapPresenter::connectViews()
{
    connect(m_panel->map(), &FeatureMapView::cellHovered, this, &LargeMapPresenter::cellChanged);
    connect(m_panel->signal(), &SignalView::stepHovered, this, [this] {
        updateSignalWindow();
        Q_EMIT cellChanged();
    });
    connect(m_panel->volume(), &VolumeView::cursorMoved, this, [this](const VolumeCursor &cursor) {
        LookedAt at = m_selection->lookedAt();
        at.slice = cursor.slice;
        at.row = cursor.row;
        at.column = cursor.column;
        m_selection->look(at);
    });
    connect(m_panel, &MapPanel::volumeModeChanged, this, [this] {
        if (m_shown)
            showMap(*m_shown);
    });
    connect(m_panel, &MapPanel::axisChanged, this, [this](int axis, int value) {
        LookedAt at = m_selection->lookedAt();
        if (m_axes.at(static_cast<std::size_t>(axis)) == HiddenAxis::Batch)
            at.batch = value;
        else
            at.slice = value;
        m_selection->look(at);
    });
}

void LargeMapPresenter::connectPin()
{
    connect(m_panel->map(), &FeatureMapView::cellPinned, this, [this](std::optional<MapCell> cell) {
        takePin(cell ? std::optional(PinnedCell{{cell->row, cell->column}}) : std::nullopt);
    });
    connect(m_panel->signal(), &SignalView::stepPinned, this,
            [this](std::optional<std::int64_t> step) {
                takePin(step ? std::optional(PinnedCell{{*step}}) : std::nullopt);
            });
    connect(m_selection, &Selection::pinnedElsewhere, this, [this] {
        showPin();
        showField();
        if (m_panel->kind() == MapPanel::Kind::Signal)
            updateSignalWindow();
        Q_EMIT cellChanged();
    });
    m_panel->header()->setFieldShown(m_selection->showsField());
    connect(m_panel->header(), &MapPanelHeader::fieldToggled, m_selection,
            &Selection::setShowsField);
    connect(m_selection, &Selection::fieldToggled, this, [this](bool isShown) {
        m_panel->header()->setFieldShown(isShown);
        showField();
    });
}

void LargeMapPresenter::takePin(std::optional<PinnedCell> cell)
{
    if (!m_isShowing)
        m_selection->pin(std::move(cell));
}

void LargeMapPresenter::showPin()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const std::vector<std::int64_t> place =
        m_selection->pinned() ? m_selection->pinned()->place : std::vector<std::int64_t>{};
    SignalView *sequence = m_panel->signal();
    if (place.size() == 1 && place[0] < sequence->length())
        sequence->pin(place[0]);
    else
        sequence->unpin();
    FeatureMapView *map = m_panel->map();
    const Plane &plane = map->plane();
    if (place.size() == 2 && place[0] < plane.rows && place[1] < plane.columns)
        map->pin({place[0], place[1]});
    else
        map->unpin();
}

void LargeMapPresenter::show(const std::shared_ptr<const RenderedMaps> &maps, int layer)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_shown = maps;
    m_layer = layer;
    showHeader(*maps);
    showMap(*maps);
    showPin();
    showField();
    m_panel->map()->setOverlay(maps->overlay);
    showAxes(*maps);
}

void LargeMapPresenter::showNothing(const QString &layerName, const QString &why)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_shown.reset();
    m_panel->header()->setTitle(tr("No map"), layerName);
    m_panel->header()->setNote({}, {});
    m_panel->setKind(MapPanel::Kind::Map);
    m_panel->setAxes({});
    m_panel->map()->setEmpty(why);
}

void LargeMapPresenter::showHeader(const RenderedMaps &maps)
{
    const RenderRequest &request = maps.request;
    MapPanelHeader *header = m_panel->header();
    header->setTitle(tr("Map %1").arg(request.channel),
                     request.layer.empty() ? tr("the input")
                                           : QString::fromStdString(request.layer));
    header->setNote(previewText(request.reduction), fractionText(request.reduction));
    m_panel->map()->setAccessibleDescription(previewText(request.reduction));
    header->setColormapInUse(*maps.colormap);
    const std::vector<Tensor> &inputs = m_document->inputTensors();
    header->setOverlayAvailable(m_layer >= 0 && request.output.rank() == 4 && !inputs.empty() &&
                                inputs.front().rank() == 4);
}

void LargeMapPresenter::showMap(const RenderedMaps &maps)
{
    const int rank = maps.request.output.rank();
    if (rank <= 3) {
        m_panel->setKind(MapPanel::Kind::Signal);
        showSignal(maps);
        return;
    }
    m_panel->setKind(rank == 5 ? MapPanel::Kind::Volume : MapPanel::Kind::Map);
    if (rank == 5)
        showVolume(maps);
    const std::string &layer = maps.request.layer;
    if (m_hasView && layer == m_viewedLayer && maps.request.reduction == m_viewedReduction)
        m_panel->map()->keepView();
    m_hasView = true;
    m_viewedLayer = layer;
    m_viewedReduction = maps.request.reduction;
    const bool showsLargest = rank == 5 && m_panel->volumeMode() == MapPanel::VolumeMode::Largest;
    if (showsLargest)
        m_panel->map()->setPicture(maps.largestPicture, maps.largestPlane);
    else
        m_panel->map()->setPicture(maps.picture, maps.plane);
}

void LargeMapPresenter::showSignal(const RenderedMaps &maps)
{
    SignalView *view = m_panel->signal();
    std::vector<SignalSeries> input;
    const bool readsInput = m_layer == 0;
    for (std::size_t c = 0; c < maps.inputChannels.size(); ++c)
        input.push_back({channelName(readsInput ? m_document->input() : nullptr, c),
                         maps.inputChannels[c].first, maps.inputChannels[c].second});
    view->setInput(std::move(input));
    view->setMap({tr("Map %1").arg(maps.request.channel), maps.plane, maps.line}, maps.range,
                 maps.picture.picture());
    updateSignalWindow();
}

void LargeMapPresenter::showVolume(const RenderedMaps &maps)
{
    VolumeView *view = m_panel->volume();
    const Extents extents = spatialExtents(maps.request.output, maps.request.format);
    VolumePictures pictures;
    pictures.extent = {extents[0], extents[1], extents[2]};
    pictures.slice = maps.picture.picture();
    pictures.slicePlane = maps.plane;
    pictures.column = maps.columnPicture;
    pictures.columnPlane = maps.columnPlane;
    pictures.row = maps.rowPicture;
    pictures.rowPlane = maps.rowPlane;
    pictures.largest = maps.largestPicture;
    view->setPictures(pictures);
    view->setCursor({maps.request.slice, maps.request.row, maps.request.column});
    view->setTwoToneGuides(maps.colormap->name == "viridis" || maps.colormap->name == "batlow");
    SliceProfile profile;
    profile.mapName = tr("map %1").arg(maps.request.channel);
    profile.map = maps.sliceLine;
    profile.input = maps.inputSliceLine;
    profile.window = readCells(0, maps.request.slice);
    view->setProfile(profile);
}

void LargeMapPresenter::updateSignalWindow()
{
    SignalView *view = m_panel->signal();
    const auto step = view->currentStep();
    view->setWindow(step ? readCells(0, *step) : std::nullopt);
}

void LargeMapPresenter::setHeat(std::optional<EffectivePicture> heat)
{
    m_heat = std::move(heat);
    if (m_layer < 0)
        showField();
}

void LargeMapPresenter::showField()
{
    std::optional<MapField> shown;
    std::optional<std::pair<std::int64_t, std::int64_t>> steps;
    std::optional<std::pair<VolumeCursor, VolumeCursor>> volume;
    StepHeat stepHeat;
    VolumeHeat volumeHeat;
    QString words;
    const auto field = m_shown && m_selection->showsField()
                           ? PinnedField::of(*m_document, *m_results, *m_selection)
                           : std::nullopt;
    if (const auto box = field ? field->in(m_layer) : std::nullopt) {
        const std::vector<CellRange> &cells = box->cells;
        words = PinnedField::sentence(*box);
        const QString name =
            (box->isSeen ? tr("seen by %1") : tr("reached by %1")).arg(field->name());
        if (cells.size() == 1)
            steps = {cells[0].first, cells[0].last};
        if (cells.size() == 3)
            volume = {{cells[0].first, cells[1].first, cells[2].first},
                      {cells[0].last, cells[1].last, cells[2].last}};
        if (cells.size() >= 2) {
            const CellRange &rows = cells[cells.size() - 2];
            const CellRange &columns = cells.back();
            shown = MapField{
                {rows.first, columns.first}, {rows.last, columns.last}, name, words, {}, {}};
            if (m_layer < 0 && m_heat && cells.size() == 2) {
                if (!m_heat->heat.isNull()) {
                    shown->heat = m_heat->heat;
                    shown->heatAt = {m_heat->first[0], m_heat->first[1]};
                }
                shown->words += u" · "_s + m_heat->words();
            }
        }
        if (m_layer < 0 && m_heat && m_heat->extents.size() == cells.size()) {
            if (cells.size() == 1)
                stepHeat = {m_heat->first[0], m_heat->colours};
            if (cells.size() == 3)
                volumeHeat = {{m_heat->first[0], m_heat->first[1], m_heat->first[2]},
                              {m_heat->extents[0], m_heat->extents[1], m_heat->extents[2]},
                              m_heat->colours};
            words += u" · "_s + m_heat->words();
        }
        words = name + u": "_s + words;
    }
    m_panel->map()->setField(std::move(shown));
    m_panel->signal()->setField(steps, words);
    m_panel->signal()->setHeat(std::move(stepHeat));
    m_panel->volume()->setField(volume, words);
    m_panel->volume()->setHeat(std::move(volumeHeat));
}

void LargeMapPresenter::showAxes(const RenderedMaps &maps)
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
    m_panel->setAxes(axes);
}

void LargeMapPresenter::setStale(bool isStale)
{
    m_panel->map()->setStale(isStale);
    m_panel->signal()->setStale(isStale);
    m_panel->volume()->setStale(isStale);
}

void LargeMapPresenter::setProgress(double progress)
{
    m_panel->map()->setProgress(progress);
    m_panel->signal()->setProgress(progress);
    m_panel->volume()->setProgress(progress);
}

bool LargeMapPresenter::showsPlanes() const
{
    return m_panel->kind() == MapPanel::Kind::Volume &&
           m_panel->volumeMode() == MapPanel::VolumeMode::Planes;
}

std::optional<MapCell> LargeMapPresenter::cell() const
{
    if (m_panel->kind() == MapPanel::Kind::Signal) {
        const auto step = m_panel->signal()->currentStep();
        return step ? std::optional(MapCell{0, *step}) : std::nullopt;
    }
    if (showsPlanes()) {
        const VolumeCursor cursor = m_panel->volume()->cursorCell();
        return MapCell{cursor.row, cursor.column};
    }
    return m_panel->map()->currentCell();
}

std::optional<std::pair<std::int64_t, std::int64_t>>
LargeMapPresenter::readCells(int axis, std::int64_t o) const
{
    if (m_layer < 0 || m_layer >= m_document->model().size())
        return std::nullopt;
    const Layer &layer = m_document->model().owner(m_layer);
    const int reduction = m_shown ? m_shown->request.reduction : 1;
    const LayerShapes &shapes =
        m_results->shapesFor(reduction).layers[static_cast<std::size_t>(m_layer)];
    if (!layer.type().axes || shapes.inputs.empty() || !shapes.inputs.front().isKnown() ||
        !shapes.output)
        return std::nullopt;
    const std::vector<AxisReport> reports =
        layer.type().axes(layer.params(), shapes.inputs.front());
    if (axis >= static_cast<int>(reports.size()))
        return std::nullopt;
    return reports[static_cast<std::size_t>(axis)].map.reads(o);
}

} // namespace convscope
