// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/weights/live_maps.h"
#include "pictures/map_viewport.h"
#include "views/large_map_view.h"

#include <memory>
#include <optional>

namespace convscope {

/// One map before an edit and now: parted by a line that is dragged, the new one alone, or their
/// difference. Below it the scale of its colours. Every cell is read by pointing at it.
class SplitMapView : public LargeMapView
{
    Q_OBJECT

public:
    enum class Mode
    {
        Split,
        New,
        Difference
    };

    explicit SplitMapView(QWidget *parent = nullptr);

    void setMaps(std::shared_ptr<const LiveMaps> maps);
    /// Nothing to show: `message` says why.
    void setEmpty(const QString &message);
    [[nodiscard]] const LiveMaps *maps() const { return m_maps.get(); }
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// 0: all new, 1: all before.
    [[nodiscard]] double divider() const { return m_divider; }
    void setDivider(double share);
    /// Where the picture is, in logical pixels.
    [[nodiscard]] QRectF pictureRect() const;
    /// "row 86, column 146, before 1.02, now 1.3864"; empty without a cell.
    [[nodiscard]] QString spokenCell() const;

    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 140}; }

Q_SIGNALS:
    /// The cell under the pointer; empty: none.
    void described(const QString &text);
    /// By key.
    void modeChosen(Mode mode);

protected:
    [[nodiscard]] QString spokenCurrent() const override { return spokenCell(); }
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect pictureArea() const;
    [[nodiscard]] bool isSplit() const;
    void updateViewport();
    void renderViews();
    void paintPicture(QPainter &painter);
    void paintLines(QPainter &painter);
    void paintDivider(QPainter &painter, const QRectF &picture);
    void paintScale(QPainter &painter);
    void point(std::optional<MapCell> cell);

    std::shared_ptr<const LiveMaps> m_maps;
    QString m_message;
    Mode m_mode = Mode::Split;
    double m_divider = 0.5;
    bool m_isDragging = false;
    /// Cells to device pixels.
    MapTransform m_transform;
    /// Drawn to the device pixels of the view: the left one of a split, and the only or right one.
    QImage m_left, m_right;
    bool m_isDrawn = false;
    std::optional<MapCell> m_cell;
};

} // namespace convscope
