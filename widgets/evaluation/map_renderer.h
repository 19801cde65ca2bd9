// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jobs/background_jobs.h"
#include "pictures/display_settings.h"
#include "pictures/line_envelope.h"
#include "pictures/picture_pyramid.h"
#include "visual/map_statistics.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace convscope {

/// Which map of which tensor, and how to draw it.
struct RenderRequest
{
    /// The asker's own number for it.
    std::uint64_t serial = 0;
    /// The layer, empty for the input: the asker's own too.
    std::string layer;
    Tensor output;
    DataFormat format = DataFormat::ChannelsLast;
    std::int64_t batch = 0;
    std::int64_t channel = 0;
    /// Cell of the cursor in a volume: slice, row, column (others: unused).
    std::int64_t slice = 0;
    std::int64_t row = 0;
    std::int64_t column = 0;
    DisplaySettings settings;
    bool isDark = false;
    /// Above 1: the output is a preview's (see EvaluatedLayer).
    int reduction = 1;
    /// A model input: drawn in gray from 0 to 1 where its values lie there.
    bool isInput = false;
    /// Outputs that share the range of scope All.
    std::vector<Tensor> all;
    /// What the layer reads, where it is a sequence or a volume to be drawn beside the map; may be
    /// null.
    Tensor layerInput;
    DataFormat inputFormat = DataFormat::ChannelsLast;
    /// The model's input, to be laid over the map; null: not wanted.
    Tensor overlay;
    DataFormat overlayFormat = DataFormat::ChannelsLast;
    /// Compare every map with the chosen one.
    bool wantsSimilarity = false;
    /// Size of a tile in device pixels, and which tiles are visible.
    QSize tileSize;
    std::vector<int> tiles;

    /// The same but for the serial and for `output`; tensors are told by their fingerprints.
    [[nodiscard]] bool asksLike(const RenderRequest &other) const;
};

/// The pictures of one layer, ready to be painted.
struct RenderedMaps
{
    RenderRequest request;
    Plane plane;
    /// The large map and its halvings.
    PicturePyramid picture;
    /// Volumes only: the cuts through the cursor and the largest value over the slices.
    Plane rowPlane, columnPlane;
    QImage rowPicture, columnPicture, largestPicture;
    Plane largestPlane;
    /// Volumes: the values along the slices through the cursor, of the map and of the layer's
    /// input.
    LineEnvelope sliceLine, inputSliceLine;
    /// Sequences: the whole map, and the channels of the layer's input (at most six).
    LineEnvelope line;
    std::vector<std::pair<Plane, LineEnvelope>> inputChannels;
    ValueRange range;
    const Colormap *colormap = nullptr;
    /// Of the map, or of all that share the range.
    Distribution distribution;
    std::vector<MapStatistics> statistics;
    QImage overlay;
    std::vector<double> similarity;
    std::vector<std::pair<int, QImage>> tiles;
    /// Sequences (rank 2 and 3) instead of tiles.
    std::vector<std::pair<int, LineEnvelope>> lines;

    /// Maps of an output: its channels, or 1 where it is one row of features.
    [[nodiscard]] static int count(const Tensor &output, DataFormat format);
};

/// Turns outputs into pictures off the GUI thread; of waiting requests only the newest is drawn.
class MapRenderer : public QObject
{
    Q_OBJECT

public:
    explicit MapRenderer(QObject *parent = nullptr);
    ~MapRenderer() override;

    void render(RenderRequest request);
    /// The same on the calling thread, which computes: while everything waits for it, it is done
    /// soonest. The pictures come by rendered() on the thread of this object.
    void renderHere(RenderRequest request);

Q_SIGNALS:
    void rendered(const std::shared_ptr<const convscope::RenderedMaps> &maps);

private:
    struct Measured;

    void drawAndPost(RenderRequest request);
    [[nodiscard]] RenderedMaps draw(RenderRequest request);
    static void drawVolume(RenderedMaps &maps, const RenderRequest &request);
    static void drawSequence(RenderedMaps &maps, const RenderRequest &request);
    [[nodiscard]] std::shared_ptr<const Measured> measure(const Tensor &tensor, DataFormat format);

    std::atomic<std::uint64_t> m_latest = 0;
    /// Statistics of recent outputs.
    std::vector<std::shared_ptr<const Measured>> m_measured;
    std::mutex m_mutex;
    BackgroundJobs m_jobs; // last: it waits for those that use the others
};

} // namespace convscope
