// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/accessible_views.h"

#include "style/numbers.h"
#include "views/accessible_items.h"
#include "views/accessible_map.h"
#include "views/channel_bars_view.h"
#include "views/contrast_strip.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/shape_ribbon.h"
#include "views/signal_view.h"
#include "views/volume_view.h"

#include <QAccessible>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

/// A picture whose value is what its cursor points at.
class AccessibleReadOut : public QAccessibleWidget
{
public:
    AccessibleReadOut(QWidget *widget, std::function<QString()> value)
        : QAccessibleWidget(widget, QAccessible::Graphic), m_value(std::move(value))
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_value() : QAccessibleWidget::text(kind);
    }

private:
    std::function<QString()> m_value;
};

QAccessibleInterface *ofGrid(MapGrid *grid)
{
    AccessibleItemSource source;
    source.surface = grid->viewport();
    source.count = [grid] { return grid->shownCount(); };
    source.current = [grid] {
        return grid->selected() < 0 ? -1 : grid->positionOf(grid->selected());
    };
    source.name = [grid](int position) {
        return grid->spokenTile(grid->indexAtPosition(position));
    };
    source.rect = [grid](int position) { return grid->tileRect(grid->indexAtPosition(position)); };
    source.at = [grid](QPoint point) {
        const int index = grid->indexAt(point);
        return index < 0 ? -1 : grid->positionOf(index);
    };
    source.select = [grid](int position) { grid->select(grid->indexAtPosition(position)); };
    return new AccessibleItems(grid, std::move(source));
}

QAccessibleInterface *ofRibbon(ShapeRibbon *ribbon)
{
    AccessibleItemSource source;
    source.surface = ribbon->viewport();
    source.count = [ribbon] { return ribbon->count(); };
    source.current = [ribbon] { return ribbon->current(); };
    source.name = [ribbon](int index) { return ribbon->face(index).accessibleName; };
    source.rect = [ribbon](int index) { return ribbon->columnRect(index); };
    source.at = [ribbon](QPoint point) { return ribbon->indexAt(point); };
    source.select = [ribbon](int index) { Q_EMIT ribbon->selected(index); };
    return new AccessibleItems(ribbon, std::move(source));
}

QAccessibleInterface *ofBars(ChannelBarsView *bars)
{
    AccessibleItemSource source;
    source.surface = bars;
    source.count = [bars] { return static_cast<int>(bars->bars().bars.size()); };
    source.current = [bars] { return bars->currentIndex(); };
    source.name = [bars](int index) { return bars->spoken(index); };
    source.rect = [bars](int index) { return bars->barRect(index); };
    source.at = [bars](QPoint point) { return bars->barAt(point); };
    source.select = [bars](int index) {
        Q_EMIT bars->channelChosen(bars->bars().bars.at(static_cast<std::size_t>(index)).channel);
    };
    return new AccessibleItems(bars, std::move(source));
}

QAccessibleInterface *accessibleView(const QString &, QObject *object)
{
    if (auto *map = qobject_cast<FeatureMapView *>(object))
        return new AccessibleMap(map);
    if (auto *grid = qobject_cast<MapGrid *>(object))
        return ofGrid(grid);
    if (auto *ribbon = qobject_cast<ShapeRibbon *>(object))
        return ofRibbon(ribbon);
    if (auto *bars = qobject_cast<ChannelBarsView *>(object))
        return ofBars(bars);
    if (auto *signal = qobject_cast<SignalView *>(object)) {
        return new AccessibleReadOut(signal, [signal] {
            const auto step = signal->currentStep();
            return step ? signal->spokenStep(*step) : QString();
        });
    }
    if (auto *volume = qobject_cast<VolumeView *>(object))
        return new AccessibleReadOut(volume, [volume] { return volume->spokenCell(); });
    if (auto *strip = qobject_cast<ContrastStrip *>(object)) {
        return new AccessibleReadOut(strip, [strip] {
            return ContrastStrip::tr("%1 to %2")
                .arg(valueText(static_cast<double>(strip->range().low), 4),
                     valueText(static_cast<double>(strip->range().high), 4));
        });
    }
    return nullptr;
}

} // namespace

void installAccessibleViews()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(&accessibleView);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace convscope
