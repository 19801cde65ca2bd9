// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/explore_actions.h"

#include "controls/command_action.h"
#include "pages/explore/explore_page.h"
#include "views/map_grid.h"

#include <QActionGroup>
#include <QMenu>

#include <array>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

ExploreActions::ExploreActions(ExplorePage *page)
    : QObject(page), m_page(page), m_wheel(new QActionGroup(this))
{
    FeatureMapView *map = page->panel()->map();
    const auto onMap = [&](const CommandAction &command, auto &&done) {
        connect(add(command), &QAction::triggered, map, done);
    };
    onMap({u"explore.zoom_in"_s, tr("Zoom in"), {u"Ctrl++"_s, u"Ctrl+="_s}, u"zoom_in"_s, {}},
          &FeatureMapView::zoomIn);
    onMap({u"explore.zoom_out"_s, tr("Zoom out"), {u"Ctrl+-"_s}, u"zoom_out"_s, {}},
          &FeatureMapView::zoomOut);
    onMap({u"explore.zoom_fit"_s, tr("Fit to window"), {u"Ctrl+0"_s}, u"fit"_s, {}},
          &FeatureMapView::fit);
    onMap({u"explore.zoom_100"_s, tr("Zoom 100 %"), {u"Ctrl+1"_s}, {}, {}},
          [map] { map->setZoom(1.0); });
    onMap({u"explore.zoom_200"_s, tr("Zoom 200 %"), {u"Ctrl+2"_s}, {}, {}},
          [map] { map->setZoom(2.0); });
    addSeparator();

    MapGrid *grid = page->grid()->grid();
    connect(add({u"explore.previous_map"_s, tr("Previous map"), {}, u"left"_s, {}}),
            &QAction::triggered, grid, [grid] { grid->selectNext(-1); });
    connect(add({u"explore.next_map"_s, tr("Next map"), {}, u"right"_s, {}}), &QAction::triggered,
            grid, [grid] { grid->selectNext(1); });
    addSeparator();

    MapPanelHeader *header = page->panel()->header();
    connect(add({u"explore.next_colormap"_s, tr("Next colormap"), {}, u"colormap"_s, {}}),
            &QAction::triggered, header, &MapPanelHeader::nextColormap);
    QAction *invert = add({u"explore.invert_colormap"_s, tr("Invert colormap"), {}, {}, {}});
    invert->setCheckable(true);
    MapsPresenter *presenter = page->presenter();
    connect(invert, &QAction::toggled, presenter, [presenter](bool inverted) {
        DisplaySettings settings = presenter->settings();
        settings.inverted = inverted;
        presenter->setSettings(settings);
    });
    connect(presenter, &MapsPresenter::settingsChanged, invert,
            [invert](const DisplaySettings &settings) { invert->setChecked(settings.inverted); });
    connect(add({u"explore.automatic_range"_s, tr("Automatic range"), {}, u"contrast"_s, {}}),
            &QAction::triggered, page->contrast(), &ContrastStrip::cycleAutomatic);
    connect(add({u"explore.next_scope"_s, tr("Next range scope"), {}, {}, {}}), &QAction::triggered,
            header, &MapPanelHeader::nextScope);
    QAction *field = add({u"explore.field"_s,
                          tr("Receptive field of the pinned cell"),
                          {},
                          u"field"_s,
                          tr("R in the map.")});
    field->setCheckable(true);
    field->setChecked(header->isFieldShown());
    connect(field, &QAction::toggled, header, &MapPanelHeader::setFieldShown);
    connect(header, &MapPanelHeader::fieldToggled, field, &QAction::setChecked);
    connect(add({u"explore.open_arithmetic"_s,
                 tr("Open the arithmetic of the pinned cell"),
                 {},
                 u"sum"_s,
                 tr("Enter on the pinned cell.")}),
            &QAction::triggered, page, &ExplorePage::openArithmetic);
    addOverlay();
    connect(add({u"explore.pin"_s, tr("Pin or unpin the cell"), {}, u"pin"_s, {}}),
            &QAction::triggered, page, &ExplorePage::togglePin);
    addSeparator();
    addOrders();
    addWheel();
}

void ExploreActions::addOverlay()
{
    MapPanelHeader *header = m_page->panel()->header();
    m_overlay = add({u"explore.overlay"_s,
                     tr("Overlay on the photo"),
                     {},
                     u"overlay"_s,
                     tr("Lays the photo over the map at half strength.")});
    m_overlay->setCheckable(true);
    connect(m_overlay, &QAction::triggered, header, &MapPanelHeader::setOverlayShown);
    connect(header, &MapPanelHeader::overlayToggled, m_overlay, &QAction::setChecked);
    m_overlay->setEnabled(header->isOverlayAvailable());
    connect(header, &MapPanelHeader::overlayAvailabilityChanged, m_overlay, &QAction::setEnabled);
}

void ExploreActions::addOrders()
{
    m_orders = new QMenu(tr("Order of the maps"), m_page);
    auto *group = new QActionGroup(this);
    MapGridPanel *grid = m_page->grid();
    const std::array<std::pair<QString, MapOrder>, 4> ids{{
        {u"explore.order_index"_s, MapOrder::Index},
        {u"explore.order_energy"_s, MapOrder::Energy},
        {u"explore.order_contrast"_s, MapOrder::Contrast},
        {u"explore.order_similarity"_s, MapOrder::Similarity},
    }};
    for (const auto &[id, order] : ids) {
        QAction *action = makeAction({id, MapGridPanel::orderName(order), {}, {}, {}}, this);
        setActionTitle(action, tr("Order of the maps: %1").arg(action->text()));
        action->setCheckable(true);
        action->setChecked(grid->order() == order);
        group->addAction(action);
        m_orders->addAction(action);
        connect(action, &QAction::triggered, grid,
                [grid, order = order] { grid->setOrder(order); });
        connect(grid, &MapGridPanel::orderChanged, action,
                [action, order = order](MapOrder now) { action->setChecked(now == order); });
    }
    m_list << m_orders->menuAction();
}

QAction *ExploreActions::add(const CommandAction &command)
{
    QAction *action = makeAction(command, this);
    m_list << action;
    return action;
}

void ExploreActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_list << separator;
}

void ExploreActions::addWheel()
{
    using WheelMode = FeatureMapView::WheelMode;
    struct Choice
    {
        QString id;
        QString text;
        WheelMode mode;
    };
    auto *menu = new QMenu(tr("Wheel over a map"), m_page);
    FeatureMapView *map = m_page->panel()->map();
    for (const Choice &choice :
         {Choice{u"explore.wheel_zoom"_s, tr("Zoom"), WheelMode::Zoom},
          Choice{u"explore.wheel_scroll"_s, tr("Scroll"), WheelMode::Scroll},
          Choice{u"explore.wheel_map"_s, tr("Next map"), WheelMode::NextMap}}) {
        QAction *action = makeAction(
            {choice.id, choice.text, {}, {}, tr("With Ctrl the wheel always zooms.")}, this);
        setActionTitle(action, tr("Wheel over a map: %1").arg(choice.text));
        action->setCheckable(true);
        action->setChecked(choice.mode == map->wheelMode());
        action->setData(static_cast<int>(choice.mode));
        m_wheel->addAction(action);
        menu->addAction(action);
    }
    connect(m_wheel, &QActionGroup::triggered, map, [map](const QAction *action) {
        map->setWheelMode(static_cast<WheelMode>(action->data().toInt()));
    });
    m_list << menu->menuAction();
}

void ExploreActions::chooseWheel(FeatureMapView::WheelMode mode)
{
    for (QAction *action : m_wheel->actions())
        if (action->data().toInt() == static_cast<int>(mode))
            action->trigger();
}

} // namespace convscope
