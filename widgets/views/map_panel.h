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
class SegmentedTabs;
class SignalView;
class VolumeView;

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

    /// What the layer's output is: pictures, sequences or volumes.
    enum class Kind
    {
        Map,
        Signal,
        Volume
    };
    /// Planes are shown by volume(), the other two by map().
    enum class VolumeMode
    {
        Planes,
        Slice,
        Largest
    };

    explicit MapPanel(QWidget *parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] VolumeMode volumeMode() const;

    [[nodiscard]] MapPanelHeader *header() const { return m_header; }
    [[nodiscard]] FeatureMapView *map() const { return m_map; }
    [[nodiscard]] SignalView *signal() const { return m_signal; }
    [[nodiscard]] VolumeView *volume() const { return m_volume; }

    /// Sliders above the view, in this order; those that stay keep playing.
    void setAxes(const std::vector<Axis> &axes);
    [[nodiscard]] AxisSlider *axis(int index) const;
    [[nodiscard]] int axisCount() const { return static_cast<int>(m_axes.size()); }

Q_SIGNALS:
    void axisChanged(int axis, int value);
    /// The owner gives map() the picture of the slice, or of the largest values.
    void volumeModeChanged(convscope::MapPanel::VolumeMode mode);
    /// PgUp, PgDn or Shift+wheel in any of the views.
    void previousMap();
    void nextMap();
    /// Enter on the pinned cell.
    void cellOpened();
    /// Key A: the next automatic range.
    void automaticRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updatePage();

    Kind m_kind = Kind::Map;
    MapPanelHeader *m_header;
    QVBoxLayout *m_rows;
    QStackedLayout *m_pages;
    FeatureMapView *m_map;
    SignalView *m_signal;
    VolumeView *m_volume;
    SegmentedTabs *m_signalModes;
    SegmentedTabs *m_volumeModes;
    std::vector<AxisSlider *> m_axes;
};

} // namespace convscope
