// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_box.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int kFace = 10;
constexpr int kCellPitch = 15;
constexpr int kInside = 9;
constexpr int kMostTrackPitch = 18;

struct Ends
{
    QPoint left;
    QPoint right;
};

Ends endsOf(const RibbonLayout &layout, int face)
{
    const QRect &rect = layout.columns[static_cast<std::size_t>(face)].face;
    return {{rect.left() - 1, rect.center().y()}, {rect.right() + 1, rect.center().y()}};
}

std::vector<QPoint> between(const RibbonLayout &layout, int source, int reader, bool isStraight)
{
    const QPoint a = endsOf(layout, source).right;
    const QPoint b = endsOf(layout, reader).left;
    if (a.y() == b.y() && isStraight)
        return {a, b};
    if (a.y() == b.y())
        // Over what stands between.
        return {a,
                {a.x() + 1, a.y()},
                {a.x() + 1, a.y() - kFace / 2 - 2},
                {b.x() - 2, b.y() - kFace / 2 - 2},
                {b.x() - 2, b.y()},
                b};
    // Along the track that only one of them is on.
    if (a.y() > b.y())
        return {a, {b.x() - 2, a.y()}, {b.x() - 2, b.y()}, b};
    return {a, {a.x() + 2, a.y()}, {a.x() + 2, b.y()}, b};
}

} // namespace

int boxWidth(const BlockTracks &tracks)
{
    return 2 * kInside + tracks.columns * kCellPitch - (kCellPitch - kFace);
}

bool isBoxLink(const std::vector<int> &boxes, int source, int reader)
{
    const int from = boxes[static_cast<std::size_t>(source)];
    const int to = boxes[static_cast<std::size_t>(reader)];
    if (from >= 0 && from == to)
        return true;
    // The face directly before the box, or directly behind it.
    const auto next = [&](int face) {
        auto at = static_cast<std::size_t>(face);
        const int box = boxes[at];
        while (at < boxes.size() && boxes[at] == box && box >= 0)
            ++at;
        return static_cast<int>(at);
    };
    if (to >= 0 && from < 0)
        return boxes[static_cast<std::size_t>(source + 1)] == to;
    return from >= 0 && to < 0 && next(source) == reader;
}

bool readsBefore(const LaneLayout &lanes, int first, int last)
{
    for (int i = first; i <= last; ++i) {
        const LaneRow &row = lanes.rows[static_cast<std::size_t>(i)];
        if (i == first && row.readsAbove)
            return true;
        for (const int lane : row.enters) {
            if (lanes.lanes[static_cast<std::size_t>(lane)].source == first - 1)
                return true;
        }
    }
    return false;
}

void placeBox(RibbonLayout &layout, const LaneLayout &lanes, const BlockTracks &tracks,
              RibbonBox box, const BoxBand &band)
{
    const int gaps = std::max(tracks.tracks - 1, 0);
    const int pitch =
        gaps == 0 ? 0 : std::min(kMostTrackPitch, (band.height - 2 * 6 - kFace) / gaps);
    const int height = std::min(kFace + gaps * pitch + 2 * kInside, band.height);
    box.rect = QRect(box.rect.left(), band.middle - height / 2, box.rect.width(), height);
    const int inner = boxWidth(tracks);
    const int left = box.rect.left() + (box.rect.width() - inner) / 2 + kInside;
    const int top = band.middle - (kFace + gaps * pitch) / 2;
    for (int i = box.first; i <= box.last; ++i) {
        const TrackCell &cell = tracks.cells[static_cast<std::size_t>(i - box.first)];
        RibbonColumn &column = layout.columns[static_cast<std::size_t>(i)];
        column.face =
            QRect(left + cell.column * kCellPitch, top + cell.track * pitch, kFace, kFace);
        column.column = column.face.adjusted(-2, -3, 3, 3);
        column.isDotted = false;
    }
    const int entry = band.middle + 3;
    const int bottom = box.rect.bottom() - 3;
    const auto add = [&](int source, int reader, std::vector<QPoint> points) {
        layout.links.push_back({source, reader, std::move(points), false});
    };
    const auto read = [&](int source, int reader) {
        const TrackCell &to = tracks.cells[static_cast<std::size_t>(reader - box.first)];
        if (source >= box.first) {
            const TrackCell &from = tracks.cells[static_cast<std::size_t>(source - box.first)];
            add(source, reader, between(layout, source, reader, to.column == from.column + 1));
        } else if (source == box.first - 1) {
            const QPoint b = endsOf(layout, reader).left;
            const int x = box.rect.left() + 4;
            if (to.column == 0)
                add(source, reader, {{box.rect.left(), entry}, {x, entry}, {x, b.y()}, b});
            else
                // Below everything that stands between.
                add(source, reader,
                    {{box.rect.left(), entry},
                     {x, entry},
                     {x, bottom},
                     {b.x() - 2, bottom},
                     {b.x() - 2, b.y()},
                     b});
        }
    };
    for (int i = box.first; i <= box.last; ++i) {
        const LaneRow &row = lanes.rows[static_cast<std::size_t>(i)];
        if (row.readsAbove)
            read(i - 1, i);
        for (const int lane : row.enters)
            read(lanes.lanes[static_cast<std::size_t>(lane)].source, i);
        const bool isReadBehind =
            i == box.last
                ? row.isReadBelow
                : row.leaves >= 0 &&
                      std::ranges::count(lanes.lanes[static_cast<std::size_t>(row.leaves)].readers,
                                         box.last + 1) > 0;
        if (!isReadBehind)
            continue;
        const QPoint a = endsOf(layout, i).right;
        const int x = box.rect.right() - 3;
        const TrackCell &cell = tracks.cells[static_cast<std::size_t>(i - box.first)];
        if (cell.column == tracks.columns - 1)
            add(i, box.last + 1, {a, {x, a.y()}, {x, entry}, {box.rect.right(), entry}});
        else
            add(i, box.last + 1,
                {a,
                 {a.x() + 2, a.y()},
                 {a.x() + 2, bottom},
                 {x, bottom},
                 {x, entry},
                 {box.rect.right(), entry}});
    }
    layout.boxes.push_back(box);
}

} // namespace convscope
