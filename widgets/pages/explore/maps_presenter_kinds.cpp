// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What the presenter shows of sequences and volumes.
#include "pages/explore/maps_presenter.h"

#include "views/feature_map_view.h"
#include "views/signal_view.h"
#include "views/volume_view.h"

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A name for channel `c` of a sequence: the input's own, else its number.
QString channelName(const Input *input, std::size_t c)
{
    if (input != nullptr && c < input->channelNames.size())
        return QString::fromStdString(input->channelNames[c]);
    return QString::number(c);
}

} // namespace

void MapsPresenter::connectKinds()
{
    SignalView *sequence = m_views.panel->signal();
    connect(sequence, &SignalView::stepHovered, this, [this] {
        updateSignalWindow();
        describeCell();
    });
    connect(m_views.panel->volume(), &VolumeView::cursorMoved, this,
            [this](const VolumeCursor &cursor) {
                LookedAt at = m_selection->lookedAt();
                at.slice = cursor.slice;
                at.row = cursor.row;
                at.column = cursor.column;
                m_selection->look(at);
            });
    connect(m_views.panel, &MapPanel::volumeModeChanged, this, [this] {
        if (m_shown)
            showLarge(*m_shown);
    });
}

bool MapsPresenter::showsPlanes() const
{
    return m_views.panel->kind() == MapPanel::Kind::Volume &&
           m_views.panel->volumeMode() == MapPanel::VolumeMode::Planes;
}

void MapsPresenter::addLayerInput(RenderRequest &request, int index) const
{
    if (index < 0 || (request.output.rank() != 3 && request.output.rank() != 5))
        return;
    const std::vector<Source> sources = m_document->model().sources(index);
    if (sources.empty() || sources.front().kind == Source::Kind::Missing)
        return;
    const int source = sources.front().kind == Source::Kind::Layer ? sources.front().index : -1;
    if (const EvaluatedLayer *before = m_results->at(source); before != nullptr) {
        request.layerInput = before->result.output;
        request.inputFormat = before->format;
    }
}

void MapsPresenter::showLarge(const RenderedMaps &maps)
{
    MapPanel *panel = m_views.panel;
    const int rank = maps.request.output.rank();
    if (rank <= 3) {
        panel->setKind(MapPanel::Kind::Signal);
        showSignal(maps);
        return;
    }
    panel->setKind(rank == 5 ? MapPanel::Kind::Volume : MapPanel::Kind::Map);
    if (rank == 5)
        showVolume(maps);
    const bool showsLargest = rank == 5 && panel->volumeMode() == MapPanel::VolumeMode::Largest;
    if (showsLargest)
        panel->map()->setPicture(maps.largestPicture, maps.largestPlane);
    else
        panel->map()->setPicture(maps.picture, maps.plane);
}

void MapsPresenter::showSignal(const RenderedMaps &maps)
{
    SignalView *view = m_views.panel->signal();
    std::vector<SignalSeries> input;
    const bool readsInput = m_layerShown == 0;
    for (std::size_t c = 0; c < maps.inputChannels.size(); ++c)
        input.push_back({channelName(readsInput ? m_document->input() : nullptr, c),
                         maps.inputChannels[c].first, maps.inputChannels[c].second});
    view->setInput(std::move(input));
    view->setMap({tr("Map %1").arg(maps.request.channel), maps.plane, maps.line}, maps.range,
                 maps.picture.picture());
    updateSignalWindow();
}

void MapsPresenter::showVolume(const RenderedMaps &maps)
{
    VolumeView *view = m_views.panel->volume();
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

void MapsPresenter::updateSignalWindow()
{
    SignalView *view = m_views.panel->signal();
    const auto step = view->currentStep();
    view->setWindow(step ? readCells(0, *step) : std::nullopt);
}

std::optional<std::pair<std::int64_t, std::int64_t>> MapsPresenter::readCells(int axis,
                                                                              std::int64_t o) const
{
    if (m_layerShown < 0 || m_layerShown >= m_document->model().size())
        return std::nullopt;
    const Layer &layer = m_document->model().owner(m_layerShown);
    const int reduction = m_shown ? m_shown->request.reduction : 1;
    const LayerShapes &shapes =
        m_results->shapesFor(reduction).layers[static_cast<std::size_t>(m_layerShown)];
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
