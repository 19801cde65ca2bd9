// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/line_envelope.h"
#include "pictures/picture_pyramid.h"
#include "views/large_map_view.h"
#include "views/volume_layout.h"

#include <QImage>

#include <array>
#include <optional>
#include <vector>

namespace convscope {

/// The pictures of one map of a volume at a cursor, one pixel per cell, and the values behind them.
struct VolumePictures
{
    VolumeExtent extent;
    /// Rows × columns of the cursor's slice.
    QImage slice;
    Plane slicePlane;
    /// Rows × slices of the cursor's column.
    QImage column;
    Plane columnPlane;
    /// Slices × columns of the cursor's row.
    QImage row;
    Plane rowPlane;
    /// Rows × columns: the largest value over the slices.
    QImage largest;
};

/// Values along the slices through the cursor.
struct SliceProfile
{
    /// "map 5"; empty lines are left out.
    QString mapName;
    LineEnvelope map;
    LineEnvelope input;
    /// Input slices [first, last] that the cursor's value was computed from.
    std::optional<std::pair<std::int64_t, std::int64_t>> window;
};

/// A colour per cell of a box, slice by slice and row by row, premultiplied.
struct VolumeHeat
{
    VolumeCursor first;
    /// Slices, rows, columns.
    std::array<std::int64_t, 3> extents{};
    std::vector<QRgb> colours;
};

/// One map of a volume as three planes through a shared cursor, and the line along the slices
/// below. The owner answers cursorMoved with new pictures and calls setCursor.
class VolumeView : public LargeMapView
{
    Q_OBJECT

public:
    explicit VolumeView(QWidget *parent = nullptr);

    void setPictures(const VolumePictures &pictures);
    void setCursor(const VolumeCursor &cursor);
    void setProfile(const SliceProfile &profile);
    /// First and last cell (slice, row, column) of what a cell of another layer depends on, or is
    /// reached from.
    void setField(std::optional<std::pair<VolumeCursor, VolumeCursor>> field, const QString &words);
    /// How much each cell counts for that cell, laid over the planes.
    void setHeat(VolumeHeat heat);
    [[nodiscard]] const VolumeHeat &heat() const { return m_heat; }
    /// Guide lines turn white on black where the accent would be lost in the colours.
    void setTwoToneGuides(bool twoTone);

    [[nodiscard]] VolumeCursor cursorCell() const { return m_cursor; }
    [[nodiscard]] const VolumeExtent &extent() const { return m_pictures.extent; }
    /// In device pixels of this widget.
    [[nodiscard]] VolumeLayout layoutInUse() const;
    [[nodiscard]] QRect profileRect() const;
    /// "slice 11, row 54, column 64, 1.0143".
    [[nodiscard]] QString spokenCell() const;

    [[nodiscard]] QSize sizeHint() const override { return {616, 640}; }

Q_SIGNALS:
    void cursorMoved(convscope::VolumeCursor cursor);

protected:
    [[nodiscard]] QString spokenCurrent() const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void moveTo(VolumeCursor cursor);
    /// The planes in the upper `room` logical pixels.
    [[nodiscard]] VolumeLayout layoutOver(int room) const;
    void drawCells(QPainter &painter, const QRect &target, const PicturePyramid &picture,
                   double scale) const;
    [[nodiscard]] std::optional<float> value() const;
    void paintPlanes(QPainter &painter, const VolumeLayout &at);
    void paintField(QPainter &painter, const VolumeLayout &at);
    void paintHeat(QPainter &painter, const VolumeLayout &at);
    void paintGuides(QPainter &painter, const VolumeLayout &at);
    void paintWords(QPainter &painter, const VolumeLayout &at);
    void paintProfile(QPainter &painter);

    VolumePictures m_pictures;
    PicturePyramid m_slice, m_column, m_row, m_largest;
    VolumeCursor m_cursor;
    std::optional<std::pair<VolumeCursor, VolumeCursor>> m_field;
    QString m_fieldWords;
    VolumeHeat m_heat;
    SliceProfile m_profile;
    bool m_isTwoTone = false;
};

} // namespace convscope
