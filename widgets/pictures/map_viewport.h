// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <cstdint>
#include <optional>
#include <span>

namespace convscope {

struct MapCell
{
    std::int64_t row = 0;
    std::int64_t column = 0;

    bool operator==(const MapCell &) const = default;
};

/// Cells [firstRow, firstRow + rows) × [firstColumn, firstColumn + columns).
struct MapRange
{
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;
    std::int64_t firstColumn = 0;
    std::int64_t columns = 0;
};

/// Cells to device pixels: the left edge of column c is at origin.x() + round(c · scale).
struct MapTransform
{
    /// Device pixels per cell, > 0.
    double scale = 1;
    QPoint origin;

    [[nodiscard]] int columnEdge(std::int64_t column) const;
    [[nodiscard]] int rowEdge(std::int64_t row) const;
    /// The column whose edges enclose device pixel x; may lie outside the picture.
    [[nodiscard]] std::int64_t columnAt(int x) const;
    [[nodiscard]] std::int64_t rowAt(int y) const;

    bool operator==(const MapTransform &) const = default;
};

/// Which part of a picture a view shows, at which zoom. Pure arithmetic, tested without a window.
/// Zoom 1 is one logical pixel per cell; sizes and points are device pixels.
class MapViewport
{
public:
    /// The steps of the wheel: 1/8 … 1/2, 2/3, 1, 1.5, 2, 3 … 64.
    [[nodiscard]] static std::span<const double> ladder();

    /// Keeps zoom and centre where the extents stay the same; else fits.
    void setPicture(std::int64_t rows, std::int64_t columns);
    /// Another picture of the same: keeps the zoom, and the place as shares of its sides.
    void replacePicture(std::int64_t rows, std::int64_t columns);
    void setView(QSize devicePixels, double devicePixelRatio);

    [[nodiscard]] std::int64_t rows() const { return m_rows; }
    [[nodiscard]] std::int64_t columns() const { return m_columns; }
    [[nodiscard]] bool isEmpty() const { return m_rows <= 0 || m_columns <= 0; }

    [[nodiscard]] bool isFit() const { return m_isFit; }
    [[nodiscard]] double zoom() const;
    [[nodiscard]] double fitZoom() const;
    /// Below 2 a picture is smoothed, from 2 on cells are exact squares.
    [[nodiscard]] bool isSmooth() const { return zoom() < 2; }
    void fit();
    /// Keeps the cell under `anchor` under it.
    void setZoom(double zoom, QPoint anchor);
    /// `steps` rungs up (positive) or down the ladder.
    void stepZoom(int steps, QPoint anchor);
    void panBy(QPoint devicePixels);
    /// Pans as little as needed; margin in device pixels.
    void ensureVisible(MapCell cell, int margin);

    [[nodiscard]] MapTransform transform() const;
    [[nodiscard]] std::optional<MapCell> cellAt(QPoint point) const;
    /// At least one device pixel wide and high.
    [[nodiscard]] QRect cellRect(MapCell cell) const;
    /// The cells in view, whole or in part.
    [[nodiscard]] MapRange visible() const;
    /// The whole picture.
    [[nodiscard]] QRect pictureRect() const;
    [[nodiscard]] QPoint centre() const { return {m_view.width() / 2, m_view.height() / 2}; }

private:
    [[nodiscard]] double deviceScale(double zoom, bool isFit) const;
    void clampCentre();

    std::int64_t m_rows = 0;
    std::int64_t m_columns = 0;
    QSize m_view{1, 1};
    double m_ratio = 1;
    double m_zoom = 1;
    bool m_isFit = true;
    /// In cells, at the middle of the view.
    double m_centreRow = 0;
    double m_centreColumn = 0;
};

} // namespace convscope
