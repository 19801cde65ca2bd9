// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jobs/background_jobs.h"
#include "pictures/map_viewport.h"
#include "pictures/picture_pyramid.h"
#include "views/large_map_view.h"
#include "views/map_marks.h"
#include "visual/plane.h"

#include <QCache>
#include <QStaticText>

#include <optional>

namespace convscope {

/// Cells of the map that a cell of another layer depends on, or is reached from.
struct MapField
{
    /// Both ends included; within the map.
    MapCell first;
    MapCell last;
    /// "conv2d_1 [74, 110, 27]" and what is said of the box.
    QString name;
    QString words;
    /// How much each cell counts, laid over the map from `heatAt` on; may be null.
    QImage heat;
    MapCell heatAt;
};

/// One map, large: every cell can be pointed at, pinned, walked to by keyboard and read as a
/// number. It draws a picture of one pixel per cell that somebody else coloured, and reads values
/// only for the cells it names. Painting costs what is visible, not what is in the picture.
class FeatureMapView : public LargeMapView
{
    Q_OBJECT

public:
    /// What the wheel does without a modifier; with Ctrl it always zooms, with Shift it changes the
    /// map.
    enum class WheelMode
    {
        Zoom,
        Scroll,
        NextMap
    };

    explicit FeatureMapView(QWidget *parent = nullptr);

    /// One pixel per cell and the values behind it, of equal extents. Zoom, centre and pinned cell
    /// stay while the extents do. Large pictures are halved on a worker thread for zooming out,
    /// small ones when that is done.
    void setPicture(const QImage &picture, const Plane &plane);
    /// The next picture is another of the same layer: zoom and place stay though its extents are
    /// others. Holds for one picture.
    void keepView() { m_keepsView = true; }
    /// The same with the halvings made already.
    void setPicture(const PicturePyramid &pyramid, const Plane &plane);
    /// No picture: `message` in the middle says why.
    void setEmpty(const QString &message);
    [[nodiscard]] bool isEmpty() const { return m_viewport.isEmpty(); }
    [[nodiscard]] const Plane &plane() const { return m_plane; }
    [[nodiscard]] const QImage &picture() const { return m_pyramid.picture(); }

    /// Laid over the map at half strength, stretched to its extents; a null image takes it away.
    void setOverlay(const QImage &photo);
    void setNumbersShown(bool shown);
    /// A box over the map; nothing takes it away.
    void setField(std::optional<MapField> field);
    [[nodiscard]] const std::optional<MapField> &field() const { return m_field; }
    [[nodiscard]] WheelMode wheelMode() const { return m_wheelMode; }
    void setWheelMode(WheelMode mode) { m_wheelMode = mode; }

    /// Logical pixels per cell.
    [[nodiscard]] double zoom() const { return m_viewport.zoom(); }
    [[nodiscard]] bool isFit() const { return m_viewport.isFit(); }
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    void fit();

    [[nodiscard]] std::optional<MapCell> pinnedCell() const { return m_pinned; }
    [[nodiscard]] std::optional<MapCell> hoveredCell() const { return m_hovered; }
    /// The cell that keys move: pinned, else hovered or last walked to.
    [[nodiscard]] std::optional<MapCell> currentCell() const;
    void pin(MapCell cell);
    void unpin();
    /// Value and place, as in the tag; empty without a current cell.
    [[nodiscard]] QString cellText() const;
    /// The same for a screen reader: "row 86, column 146, 1.3864".
    [[nodiscard]] QString spokenCell(MapCell cell) const;

    [[nodiscard]] const MapViewport &viewport() const { return m_viewport; }
    /// Logical rectangle of a cell in this widget.
    [[nodiscard]] QRectF cellRect(MapCell cell) const;
    [[nodiscard]] std::optional<MapCell> cellAt(QPointF position) const;

    [[nodiscard]] QSize sizeHint() const override { return {616, 456}; }

Q_SIGNALS:
    /// Nothing where the pointer left the map.
    void cellHovered(std::optional<convscope::MapCell> cell);
    void cellPinned(std::optional<convscope::MapCell> cell);
    void zoomChanged(double zoom, bool isFit);
    /// Enter on the pinned cell.
    void cellOpened();

protected:
    [[nodiscard]] QString spokenCurrent() const override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void installPicture(PicturePyramid pyramid, const Plane &plane);
    void updateViewport();
    void viewMoved();
    void setHovered(std::optional<MapCell> cell);
    void moveCell(std::int64_t rows, std::int64_t columns);
    void goTo(MapCell cell);
    void stepInScanOrder(int step);
    [[nodiscard]] QPoint devicePoint(QPointF position) const;
    [[nodiscard]] ReadOut readOut(MapCell cell) const;

    void renderView();
    void paintPicture(QPainter &painter);
    void paintGrid(QPainter &painter, const DevicePixels &pixels);
    void paintNumbers(QPainter &painter);
    void paintField(QPainter &painter);
    void paintMarkers(QPainter &painter);
    [[nodiscard]] const QStaticText &numberText(float value, int characters);

    MapViewport m_viewport;
    PicturePyramid m_pyramid;
    Plane m_plane;
    QImage m_overlay;
    QString m_message;
    BackgroundJobs m_jobs;

    /// What the view shows, in device pixels; drawn again where it no longer matches.
    QImage m_drawn;
    MapTransform m_drawnTransform;
    bool m_isDrawn = false;
    bool m_keepsView = false;

    QCache<QString, QStaticText> m_numbers;
    std::optional<MapField> m_field;
    std::optional<MapCell> m_hovered;
    std::optional<MapCell> m_pinned;
    std::optional<MapCell> m_walked;
    QPointF m_pressPosition;
    QPointF m_dragPosition;
    bool m_isPressed = false;
    bool m_isPanning = false;
    bool m_isDoubleClick = false;
    double m_pinchRest = 1;
    WheelMode m_wheelMode = WheelMode::Zoom;
    bool m_showsNumbers = true;
};

} // namespace convscope

Q_DECLARE_METATYPE(std::optional<convscope::MapCell>)
