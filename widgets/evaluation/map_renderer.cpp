// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/map_renderer.h"

#include "pictures/map_painting.h"
#include "pictures/thumbnail.h"
#include "run/background.h"
#include "visual/projection.h"

#include <algorithm>

namespace convscope {

namespace {

/// Channels of a sequence that are drawn over each other at most.
constexpr std::int64_t kMostInputLines = 6;

/// Enough of a photo to be seen through a map.
constexpr QSize kOverlayBox{1024, 1024};

/// A plane of slices × columns read down one column.
LineEnvelope alongSlices(const Plane &rowPlane, std::int64_t column)
{
    Plane line = rowPlane;
    line.offset += column * rowPlane.columnStride;
    line.rows = 1;
    line.columns = rowPlane.rows;
    line.columnStride = rowPlane.rowStride;
    return LineEnvelope::of(line);
}

ValueRange united(const ValueRange &a, const ValueRange &b)
{
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

} // namespace

bool RenderRequest::asksLike(const RenderRequest &other) const
{
    return layer == other.layer && format == other.format && batch == other.batch &&
           channel == other.channel && slice == other.slice && row == other.row &&
           column == other.column && settings == other.settings && isDark == other.isDark &&
           isInput == other.isInput && all == other.all && layerInput == other.layerInput &&
           inputFormat == other.inputFormat && overlay == other.overlay &&
           overlayFormat == other.overlayFormat && wantsSimilarity == other.wantsSimilarity &&
           tileSize == other.tileSize && tiles == other.tiles && reduction == other.reduction;
}

int RenderedMaps::count(const Tensor &output, DataFormat format)
{
    return output.rank() <= 2 ? 1 : static_cast<int>(channelCount(output, format));
}

struct MapRenderer::Measured
{
    Fingerprint of;
    DataFormat format = DataFormat::ChannelsLast;
    std::vector<MapStatistics> statistics;
    Distribution distribution;
};

MapRenderer::MapRenderer(QObject *parent) : QObject(parent) {}

MapRenderer::~MapRenderer()
{
    ++m_latest;
}

void MapRenderer::render(RenderRequest request)
{
    const std::uint64_t mine = ++m_latest;
    m_jobs.start([this, mine, request = std::move(request)] {
        if (mine == m_latest)
            computeFirst([&] { drawAndPost(request); });
    });
}

void MapRenderer::renderHere(RenderRequest request)
{
    drawAndPost(std::move(request));
}

void MapRenderer::drawAndPost(RenderRequest request)
{
    auto maps = std::make_shared<const RenderedMaps>(draw(std::move(request)));
    // A picture that a newer request has overtaken still shows something newer than the screen
    // does; the newest follows.
    m_jobs.post([this, maps] { Q_EMIT rendered(maps); });
}

std::shared_ptr<const MapRenderer::Measured> MapRenderer::measure(const Tensor &tensor,
                                                                  DataFormat format)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = std::find_if(m_measured.begin(), m_measured.end(), [&](const auto &m) {
            return m->of == tensor.fingerprint() && m->format == format;
        });
        if (known != m_measured.end()) {
            std::rotate(m_measured.begin(), known, known + 1);
            return m_measured.front();
        }
    }
    auto measured = std::make_shared<Measured>();
    measured->of = tensor.fingerprint();
    measured->format = format;
    measured->statistics = mapStatistics(tensor, format);
    // Statistics know the values of every batch entry, the range is that of the first.
    measured->distribution = tensor.extent(0) == 1 ? distribution(tensor, measured->statistics)
                                                   : distribution(allPlanes(tensor, format, 0, -1));
    const std::scoped_lock lock(m_mutex);
    m_measured.insert(m_measured.begin(), measured);
    if (m_measured.size() > 32)
        m_measured.pop_back();
    return measured;
}

void MapRenderer::drawVolume(RenderedMaps &maps, const RenderRequest &request)
{
    const auto cut = [&](std::int64_t position, PlaneCut kind) {
        return mapPlane(request.output, request.format, request.batch, request.channel, position,
                        kind);
    };
    const auto painted = [&](const Plane &plane) {
        return paintPlane(plane, maps.range, *maps.colormap, request.settings.inverted);
    };
    maps.rowPlane = cut(request.row, PlaneCut::Row);
    maps.columnPlane = cut(request.column, PlaneCut::Column);
    maps.rowPicture = painted(maps.rowPlane);
    maps.columnPicture = painted(maps.columnPlane);
    maps.largestPlane =
        largestOverSlices(request.output, request.format, request.batch, request.channel);
    maps.largestPicture = painted(maps.largestPlane);
    maps.sliceLine = alongSlices(maps.rowPlane, request.column);
    if (request.layerInput.rank() != 5)
        return;
    // The same place of the input: extents differ after strides and up-sampling.
    const Extents in = spatialExtents(request.layerInput, request.inputFormat);
    const Extents out = spatialExtents(request.output, request.format);
    const Plane inputRow = mapPlane(request.layerInput, request.inputFormat, request.batch, 0,
                                    request.row * in[1] / out[1], PlaneCut::Row);
    maps.inputSliceLine = alongSlices(inputRow, request.column * in[2] / out[2]);
}

void MapRenderer::drawSequence(RenderedMaps &maps, const RenderRequest &request)
{
    maps.line = LineEnvelope::of(maps.plane);
    if (request.layerInput.rank() != 3)
        return;
    const std::int64_t channels =
        std::min(channelCount(request.layerInput, request.inputFormat), kMostInputLines);
    for (std::int64_t c = 0; c < channels; ++c) {
        const Plane plane = mapPlane(request.layerInput, request.inputFormat, request.batch, c);
        maps.inputChannels.emplace_back(plane, LineEnvelope::of(plane));
    }
}

RenderedMaps MapRenderer::draw(RenderRequest request)
{
    RenderedMaps maps;
    const DisplaySettings &settings = request.settings;
    const auto layer = measure(request.output, request.format);
    maps.statistics = layer->statistics;
    const auto rangeOf = [&](std::int64_t channel) {
        const auto planes = allPlanes(request.output, request.format, request.batch, channel);
        return distribution(planes);
    };
    switch (settings.scope) {
    case RangeScope::Map:
        maps.distribution = rangeOf(request.channel);
        maps.range = chooseRange(maps.distribution, settings.share, request.isInput);
        break;
    case RangeScope::Layer:
        maps.distribution = layer->distribution;
        maps.range = chooseRange(maps.distribution, settings.share, request.isInput);
        break;
    case RangeScope::All:
        maps.distribution = layer->distribution;
        maps.range = chooseRange(maps.distribution, settings.share, request.isInput);
        for (const Tensor &other : request.all)
            maps.range =
                united(maps.range, chooseRange(measure(other, request.format)->distribution,
                                               settings.share, false));
        break;
    case RangeScope::Fixed:
        maps.distribution = layer->distribution;
        maps.range = settings.fixed;
        break;
    }
    maps.range = settings.withEnds(maps.range);
    maps.colormap =
        &chooseColormap(settings.colormap, layer->distribution, request.isDark, request.isInput);
    const bool inverted = settings.inverted;
    // A copy of its own: what the window keeps for reading values does not keep the whole output.
    maps.plane = contiguous(
        mapPlane(request.output, request.format, request.batch, request.channel, request.slice));
    const QImage picture = paintPlane(maps.plane, maps.range, *maps.colormap, inverted);
    const auto cells = static_cast<std::int64_t>(picture.width()) * picture.height();
    // Small ones are rarely shown zoomed out; the view halves them then.
    maps.picture = cells <= PicturePyramid::kSmallPicture ? PicturePyramid::flat(picture)
                                                          : PicturePyramid::build(picture);
    if (request.output.rank() == 5)
        drawVolume(maps, request);
    if (request.output.rank() <= 3)
        drawSequence(maps, request);
    if (request.overlay.rank() == 4) {
        ThumbnailStyle style;
        style.format = request.overlayFormat;
        style.box = kOverlayBox;
        style.isDark = request.isDark;
        style.isInput = true;
        maps.overlay = thumbnail(request.overlay, style);
    }
    if (request.wantsSimilarity && request.output.rank() > 2)
        maps.similarity = mapSimilarity(request.output, request.format, request.channel);
    if (request.output.rank() <= 3) {
        for (const int tile : request.tiles)
            maps.lines.emplace_back(tile, LineEnvelope::of(mapPlane(request.output, request.format,
                                                                    request.batch, tile)));
        maps.request = std::move(request);
        return maps;
    }
    std::vector<std::pair<int, ValueRange>> tiles;
    for (const int tile : request.tiles) {
        const bool hasOwnRange = settings.scope == RangeScope::Map && tile != request.channel;
        tiles.emplace_back(tile, hasOwnRange ? settings.withEnds(chooseRange(
                                                   rangeOf(tile), settings.share, request.isInput))
                                             : maps.range);
    }
    maps.tiles = paintMapsScaled(request.output, request.format, request.batch, request.slice,
                                 tiles, *maps.colormap, inverted, request.tileSize);
    maps.request = std::move(request);
    return maps;
}

} // namespace convscope
