// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/map_panel.h"

#include "controls/segmented_tabs.h"
#include "views/feature_map_view.h"
#include "views/signal_view.h"
#include "views/volume_view.h"

#include <QKeyEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace convscope {

MapPanel::MapPanel(QWidget *parent) : QWidget(parent)
{
    m_header = new MapPanelHeader(this);
    m_map = new FeatureMapView(this);
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addWidget(m_header);
    m_pages = new QStackedLayout;
    m_signal = new SignalView(this);
    m_volume = new VolumeView(this);
    m_pages->addWidget(m_map);
    m_pages->addWidget(m_signal);
    m_pages->addWidget(m_volume);
    m_rows->addLayout(m_pages, 1);

    m_signalModes = new SegmentedTabs(this);
    m_signalModes->setAccessibleName(tr("View of the signal"));
    for (const QString &name : {tr("Lines"), tr("Heat strip"), tr("Numbers")})
        m_signalModes->addTab(name);
    m_volumeModes = new SegmentedTabs(this);
    m_volumeModes->setAccessibleName(tr("View of the volume"));
    for (const QString &name : {tr("Planes"), tr("Slice"), tr("Largest")})
        m_volumeModes->addTab(name);
    m_header->addSwitch(m_signalModes);
    m_header->addSwitch(m_volumeModes);
    connect(m_signalModes, &QTabBar::currentChanged, this, [this](int mode) {
        m_signal->setMode(static_cast<SignalView::Mode>(mode));
        updatePage();
    });
    connect(m_volumeModes, &QTabBar::currentChanged, this, [this] {
        updatePage();
        Q_EMIT volumeModeChanged(volumeMode());
    });
    connect(m_header, &MapPanelHeader::fitRequested, this, [this] {
        m_map->fit();
        m_signal->fit();
    });
    connect(m_map, &FeatureMapView::cellOpened, this, &MapPanel::cellOpened);
    connect(m_signal, &SignalView::stepOpened, this, &MapPanel::cellOpened);
    connect(m_map, &FeatureMapView::previousMap, this, &MapPanel::previousMap);
    connect(m_map, &FeatureMapView::nextMap, this, &MapPanel::nextMap);
    connect(m_signal, &SignalView::previousMap, this, &MapPanel::previousMap);
    connect(m_signal, &SignalView::nextMap, this, &MapPanel::nextMap);
    connect(m_volume, &VolumeView::previousMap, this, &MapPanel::previousMap);
    connect(m_volume, &VolumeView::nextMap, this, &MapPanel::nextMap);
    updatePage();
}

void MapPanel::setKind(Kind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    updatePage();
}

MapPanel::VolumeMode MapPanel::volumeMode() const
{
    return static_cast<VolumeMode>(m_volumeModes->currentIndex());
}

void MapPanel::updatePage()
{
    m_signalModes->setVisible(m_kind == Kind::Signal);
    m_volumeModes->setVisible(m_kind == Kind::Volume);
    const bool isPlanes = m_kind == Kind::Volume && volumeMode() == VolumeMode::Planes;
    QWidget *page = m_map;
    if (m_kind == Kind::Signal)
        page = m_signal;
    else if (isPlanes)
        page = m_volume;
    // Focus follows the view.
    const bool hadFocus = m_pages->currentWidget() && m_pages->currentWidget()->hasFocus();
    m_pages->setCurrentWidget(page);
    setFocusProxy(page);
    if (hadFocus)
        page->setFocus(Qt::OtherFocusReason);
    m_header->setColormapShown(m_kind != Kind::Signal ||
                               m_signal->mode() == SignalView::Mode::HeatStrip);
    // The planes always fit; only what zooms has a button for it.
    m_header->setFitShown(!isPlanes);
}

AxisSlider *MapPanel::axis(int index) const
{
    return m_axes[static_cast<std::size_t>(index)];
}

void MapPanel::setAxes(const std::vector<Axis> &axes)
{
    bool isSame = axes.size() == m_axes.size();
    for (std::size_t i = 0; isSame && i < axes.size(); ++i)
        isSame = axes[i].name == m_axes[i]->name();
    if (!isSame) {
        for (AxisSlider *slider : m_axes) {
            m_rows->removeWidget(slider);
            slider->deleteLater();
        }
        m_axes.clear();
        for (std::size_t i = 0; i < axes.size(); ++i) {
            auto *slider = new AxisSlider(axes[i].name, this);
            m_rows->insertWidget(static_cast<int>(i) + 1, slider);
            m_axes.push_back(slider);
            connect(slider, &AxisSlider::valueChanged, this,
                    [this, i](int value) { Q_EMIT axisChanged(static_cast<int>(i), value); });
        }
    }
    for (std::size_t i = 0; i < axes.size(); ++i) {
        m_axes[i]->setCount(axes[i].count);
        m_axes[i]->setValue(axes[i].value);
    }
}

bool MapPanel::event(QEvent *event)
{
    // Letters are the panel's own while the focus is inside, not the window's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        switch (key->key()) {
        case Qt::Key_A:
        case Qt::Key_S:
        case Qt::Key_C:
        case Qt::Key_I:
        case Qt::Key_O:
        case Qt::Key_R:
        case Qt::Key_Space:
        case Qt::Key_Less:
        case Qt::Key_Greater:
            if (isPlain) {
                event->accept();
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QWidget::event(event);
}

void MapPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_A:
        Q_EMIT automaticRequested();
        return;
    case Qt::Key_S:
        m_header->nextScope();
        return;
    case Qt::Key_C:
        m_header->nextColormap();
        return;
    case Qt::Key_I: {
        DisplaySettings chosen = m_header->settings();
        chosen.inverted = !chosen.inverted;
        m_header->setSettings(chosen);
        Q_EMIT m_header->settingsChosen(chosen);
        return;
    }
    case Qt::Key_R:
        m_header->setFieldShown(!m_header->isFieldShown());
        return;
    case Qt::Key_O:
        m_header->setOverlayShown(!m_header->isOverlayShown());
        return;
    case Qt::Key_Space:
        if (!m_axes.empty())
            m_axes.front()->togglePlaying();
        return;
    case Qt::Key_Less:
    case Qt::Key_Greater:
        if (!m_axes.empty())
            m_axes.front()->step(event->key() == Qt::Key_Less ? -1 : 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace convscope
