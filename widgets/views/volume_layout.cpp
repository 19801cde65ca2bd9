// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/volume_layout.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double kMargin = 16;
constexpr double kMarginTop = 10;
constexpr double kGap = 8;
constexpr double kLeastProjection = 120;
constexpr double kMostScale = 24;

} // namespace

int VolumeLayout::edge(int origin, std::int64_t index) const
{
    return origin + static_cast<int>(std::lround(static_cast<double>(index) * scale));
}

VolumeLayout VolumeLayout::of(const VolumeExtent &extent, QSize size, double ratio, int textHeight)
{
    VolumeLayout layout;
    if (extent.isEmpty())
        return layout;
    const auto device = [&](double logical) { return qRound(logical * ratio); };
    const int margin = device(kMargin);
    const int gap = device(kGap);
    const int label = device(textHeight + 4);
    const int marginTop = device(kMarginTop);
    const auto slices = static_cast<double>(extent.slices);
    const auto rows = static_cast<double>(extent.rows);
    const auto columns = static_cast<double>(extent.columns);
    const int height = size.height() - 2 * marginTop - label - gap;

    // With the projection beside the planes if that does not make them much smaller.
    const auto scaleFor = [&](double width) {
        const double fit =
            std::min({width / (columns + slices), height / (rows + slices), kMostScale * ratio});
        return fit >= 2 ? std::floor(fit) : std::max(fit, 1e-3);
    };
    const double whole = size.width() - 2 * margin - gap;
    const double shared =
        whole - std::max(device(kLeastProjection), static_cast<int>(whole * 0.3)) - 3 * gap;
    const double alone = scaleFor(whole);
    const double beside = scaleFor(shared);
    const bool showsLargest = shared > 0 && beside * 1.5 >= alone && extent.slices > 1;
    layout.scale = showsLargest ? beside : alone;

    const int planeWidth = std::max(1, layout.edge(0, extent.columns));
    const int planeHeight = std::max(1, layout.edge(0, extent.rows));
    const int depth = std::max(1, layout.edge(0, extent.slices));
    const int left = margin + device(12);
    const int top = marginTop + label;
    layout.slicePlane = QRect(left, top, planeWidth, planeHeight);
    layout.columnPlane = QRect(layout.slicePlane.right() + 1 + gap, top, depth, planeHeight);
    layout.rowPlane = QRect(left, layout.slicePlane.bottom() + 1 + gap, planeWidth, depth);
    layout.sliceLabel = QRect(left, top - label, planeWidth, label);
    layout.columnLabel =
        QRect(layout.columnPlane.left(), top - label, std::max(depth, device(80)), label);
    layout.rowLabel = QRect(layout.rowPlane.right() + 1 + gap, layout.rowPlane.top(),
                            std::max(depth, device(80)), depth);
    if (showsLargest) {
        const int x =
            std::max(layout.columnPlane.right(), layout.columnLabel.right()) + 1 + 3 * gap;
        const int room = size.width() - margin - x;
        double scale = std::min(room / columns, planeHeight / rows);
        if (scale >= 1)
            scale = std::floor(scale);
        const QSize box(static_cast<int>(columns * scale), static_cast<int>(rows * scale));
        if (room >= device(kLeastProjection) && box.width() >= device(48)) {
            layout.largest = QRect(QPoint(x, top), box);
            layout.largestLabel = QRect(x, top - label, room, label);
            layout.hint = QRect(x, layout.largest.bottom() + 1 + gap, room, device(54));
        }
    }
    return layout;
}

std::optional<VolumeCursor> VolumeLayout::cursorAt(QPoint point, const VolumeCursor &cursor,
                                                   const VolumeExtent &extent) const
{
    const auto cell = [&](int at, int origin, std::int64_t count) {
        return std::clamp<std::int64_t>(static_cast<std::int64_t>((at - origin + 0.5) / scale), 0,
                                        count - 1);
    };
    VolumeCursor moved = cursor;
    if (slicePlane.contains(point)) {
        moved.row = cell(point.y(), slicePlane.top(), extent.rows);
        moved.column = cell(point.x(), slicePlane.left(), extent.columns);
        return moved;
    }
    if (columnPlane.contains(point)) {
        moved.row = cell(point.y(), columnPlane.top(), extent.rows);
        moved.slice = cell(point.x(), columnPlane.left(), extent.slices);
        return moved;
    }
    if (rowPlane.contains(point)) {
        moved.slice = cell(point.y(), rowPlane.top(), extent.slices);
        moved.column = cell(point.x(), rowPlane.left(), extent.columns);
        return moved;
    }
    if (largest.contains(point)) {
        const auto share = [&](int at, int origin, int side, std::int64_t count) {
            return std::clamp<std::int64_t>((at - origin) * count / std::max(1, side), 0,
                                            count - 1);
        };
        moved.row = share(point.y(), largest.top(), largest.height(), extent.rows);
        moved.column = share(point.x(), largest.left(), largest.width(), extent.columns);
        return moved;
    }
    return std::nullopt;
}

} // namespace convscope
