// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/axis_slider.h"
#include "views/map_panel_header.h"

#include <QWidget>

#include <vector>

class QStackedLayout;
class QVBoxLayout;

namespace convscope {

class FeatureMapView;

/// The middle of the window: header, one slider per hidden axis, and the view that suits the map.
class MapPanel : public QWidget
{
    Q_OBJECT

public:
    /// An axis the picture does not show.
    struct Axis
    {
        /// "slice", "batch", "frame".
        QString name;
        int count = 1;
        int value = 0;
    };

    explicit MapPanel(QWidget *parent = nullptr);

    [[nodiscard]] MapPanelHeader *header() const { return m_header; }
    [[nodiscard]] FeatureMapView *map() const { return m_map; }

    /// Sliders above the view, in this order; those that stay keep playing.
    void setAxes(const std::vector<Axis> &axes);
    [[nodiscard]] AxisSlider *axis(int index) const;
    [[nodiscard]] int axisCount() const { return static_cast<int>(m_axes.size()); }

Q_SIGNALS:
    void axisChanged(int axis, int value);
    /// Key A: the next automatic range.
    void automaticRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    MapPanelHeader *m_header;
    QVBoxLayout *m_rows;
    QStackedLayout *m_pages;
    FeatureMapView *m_map;
    std::vector<AxisSlider *> m_axes;
};

} // namespace convscope
