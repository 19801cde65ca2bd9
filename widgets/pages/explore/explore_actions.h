// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/feature_map_view.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace convscope {

class ExplorePage;
struct CommandAction;

/// What can be done on the Explore page: zoom, other maps, how they are drawn, what the wheel does.
class ExploreActions : public QObject
{
    Q_OBJECT

public:
    /// `page` owns this object and has its parts.
    explicit ExploreActions(ExplorePage *page);

    /// See Page::actions().
    [[nodiscard]] const QList<QAction *> &list() const { return m_list; }
    void chooseWheel(FeatureMapView::WheelMode mode);
    /// Of the present map: overlay (checked while shown), and the menu of the orders of the grid.
    [[nodiscard]] QAction *overlay() const { return m_overlay; }
    [[nodiscard]] QMenu *orders() const { return m_orders; }

private:
    QAction *add(const CommandAction &command);
    void addSeparator();
    void addWheel();
    void addOverlay();
    void addOrders();

    ExplorePage *m_page;
    QList<QAction *> m_list;
    /// Their data is a FeatureMapView::WheelMode.
    QActionGroup *m_wheel;
    QAction *m_overlay = nullptr;
    QMenu *m_orders = nullptr;
};

} // namespace convscope
