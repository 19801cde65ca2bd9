// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/map_viewport.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

constexpr std::array<double, 19> kLadder{1.0 / 8, 1.0 / 6, 1.0 / 4, 1.0 / 3, 1.0 / 2, 2.0 / 3, 1,
                                         1.5,     2,       3,       4,       6,       8,       12,
                                         16,      24,      32,      48,      64};
/// Free space around a fitted picture, logical pixels.
constexpr double kMargin = 16;
/// From here on a fitted cell is a whole number of device pixels: the loss is at most an eighth.
constexpr double kWholeFit = 8;

int edge(double origin, double position)
{
    return static_cast<int>(std::floor(origin + position + 0.5));
}

std::int64_t indexAt(int origin, double scale, int pixel)
{
    auto index = static_cast<std::int64_t>(std::floor((pixel - origin + 0.5) / scale));
    while (edge(origin, static_cast<double>(index) * scale) > pixel)
        --index;
    while (edge(origin, static_cast<double>(index + 1) * scale) <= pixel)
        ++index;
    return index;
}

} // namespace

int MapTransform::columnEdge(std::int64_t column) const
{
    return edge(origin.x(), static_cast<double>(column) * scale);
}

int MapTransform::rowEdge(std::int64_t row) const
{
    return edge(origin.y(), static_cast<double>(row) * scale);
}

std::int64_t MapTransform::columnAt(int x) const
{
    return indexAt(origin.x(), scale, x);
}

std::int64_t MapTransform::rowAt(int y) const
{
    return indexAt(origin.y(), scale, y);
}

std::span<const double> MapViewport::ladder()
{
    return kLadder;
}

void MapViewport::setPicture(std::int64_t rows, std::int64_t columns)
{
    if (rows == m_rows && columns == m_columns)
        return;
    m_rows = rows;
    m_columns = columns;
    fit();
}

void MapViewport::replacePicture(std::int64_t rows, std::int64_t columns)
{
    if (m_isFit || isEmpty() || rows <= 0 || columns <= 0) {
        setPicture(rows, columns);
        return;
    }
    m_centreRow *= static_cast<double>(rows) / static_cast<double>(m_rows);
    m_centreColumn *= static_cast<double>(columns) / static_cast<double>(m_columns);
    m_rows = rows;
    m_columns = columns;
    clampCentre();
}

void MapViewport::setView(QSize devicePixels, double devicePixelRatio)
{
    m_view = devicePixels;
    m_ratio = devicePixelRatio;
    clampCentre();
}

double MapViewport::fitZoom() const
{
    if (isEmpty())
        return 1;
    const double width = m_view.width() / m_ratio - 2 * kMargin;
    const double height = m_view.height() / m_ratio - 2 * kMargin;
    const double zoom =
        std::min(width / static_cast<double>(m_columns), height / static_cast<double>(m_rows));
    return std::clamp(zoom, 1.0 / 4096, kLadder.back());
}

double MapViewport::deviceScale(double zoom, bool isFit) const
{
    const double scale = zoom * m_ratio;
    if (isFit)
        return scale >= kWholeFit ? std::floor(scale) : scale;
    return zoom >= 2 ? std::max(1.0, std::round(scale)) : scale;
}

double MapViewport::zoom() const
{
    return m_isFit ? deviceScale(fitZoom(), true) / m_ratio : m_zoom;
}

void MapViewport::fit()
{
    m_isFit = true;
    m_centreRow = static_cast<double>(m_rows) / 2;
    m_centreColumn = static_cast<double>(m_columns) / 2;
}

void MapViewport::setZoom(double zoom, QPoint anchor)
{
    const double before = transform().scale;
    const QPoint offset = anchor - centre();
    m_zoom = std::clamp(zoom, std::min(kLadder.front(), fitZoom()), kLadder.back());
    m_isFit = false;
    const double after = deviceScale(m_zoom, false);
    m_centreColumn += offset.x() * (1 / before - 1 / after);
    m_centreRow += offset.y() * (1 / before - 1 / after);
    clampCentre();
}

void MapViewport::stepZoom(int steps, QPoint anchor)
{
    constexpr double kSame = 1.001;
    double target = zoom();
    for (; steps > 0; --steps) {
        const auto next = std::upper_bound(kLadder.begin(), kLadder.end(), target * kSame);
        target = next == kLadder.end() ? kLadder.back() : *next;
    }
    for (; steps < 0; ++steps) {
        const auto next = std::lower_bound(kLadder.begin(), kLadder.end(), target / kSame);
        target = next == kLadder.begin() ? std::min(target, fitZoom()) : *std::prev(next);
    }
    setZoom(target, anchor);
}

void MapViewport::panBy(QPoint devicePixels)
{
    if (m_isFit)
        return;
    const double scale = transform().scale;
    m_centreColumn -= devicePixels.x() / scale;
    m_centreRow -= devicePixels.y() / scale;
    clampCentre();
}

void MapViewport::ensureVisible(MapCell cell, int margin)
{
    const QRect rect = cellRect(cell);
    const QRect view = QRect(QPoint(0, 0), m_view).adjusted(margin, margin, -margin, -margin);
    QPoint shift;
    if (rect.left() < view.left())
        shift.setX(view.left() - rect.left());
    else if (rect.right() > view.right())
        shift.setX(view.right() - rect.right());
    if (rect.top() < view.top())
        shift.setY(view.top() - rect.top());
    else if (rect.bottom() > view.bottom())
        shift.setY(view.bottom() - rect.bottom());
    if (!shift.isNull())
        panBy(shift);
}

/// A picture smaller than the view stays centred; a larger one never leaves more than the margin
/// free.
void MapViewport::clampCentre()
{
    if (m_isFit) {
        m_centreRow = static_cast<double>(m_rows) / 2;
        m_centreColumn = static_cast<double>(m_columns) / 2;
        return;
    }
    const double scale = deviceScale(m_zoom, false);
    const auto clampAxis = [&](double centre, std::int64_t cells, int view) {
        const double half = (view / 2.0 - kMargin * m_ratio) / scale;
        const auto extent = static_cast<double>(cells);
        return 2 * half >= extent ? extent / 2 : std::clamp(centre, half, extent - half);
    };
    m_centreRow = clampAxis(m_centreRow, m_rows, m_view.height());
    m_centreColumn = clampAxis(m_centreColumn, m_columns, m_view.width());
}

MapTransform MapViewport::transform() const
{
    MapTransform transform;
    transform.scale = deviceScale(m_isFit ? fitZoom() : m_zoom, m_isFit);
    transform.origin = {edge(m_view.width() / 2.0, -m_centreColumn * transform.scale),
                        edge(m_view.height() / 2.0, -m_centreRow * transform.scale)};
    return transform;
}

std::optional<MapCell> MapViewport::cellAt(QPoint point) const
{
    const MapTransform map = transform();
    const MapCell cell{map.rowAt(point.y()), map.columnAt(point.x())};
    if (cell.row < 0 || cell.row >= m_rows || cell.column < 0 || cell.column >= m_columns)
        return std::nullopt;
    return cell;
}

QRect MapViewport::cellRect(MapCell cell) const
{
    const MapTransform map = transform();
    const int left = map.columnEdge(cell.column);
    const int top = map.rowEdge(cell.row);
    return {left, top, std::max(1, map.columnEdge(cell.column + 1) - left),
            std::max(1, map.rowEdge(cell.row + 1) - top)};
}

MapRange MapViewport::visible() const
{
    if (isEmpty())
        return {};
    const MapTransform map = transform();
    MapRange range;
    range.firstRow = std::clamp<std::int64_t>(map.rowAt(0), 0, m_rows - 1);
    range.firstColumn = std::clamp<std::int64_t>(map.columnAt(0), 0, m_columns - 1);
    range.rows = std::clamp<std::int64_t>(map.rowAt(m_view.height() - 1), 0, m_rows - 1) -
                 range.firstRow + 1;
    range.columns = std::clamp<std::int64_t>(map.columnAt(m_view.width() - 1), 0, m_columns - 1) -
                    range.firstColumn + 1;
    return range;
}

QRect MapViewport::pictureRect() const
{
    const MapTransform map = transform();
    return {QPoint(map.origin), QPoint(map.columnEdge(m_columns) - 1, map.rowEdge(m_rows) - 1)};
}

} // namespace convscope
