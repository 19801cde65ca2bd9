// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What people do with maps, and what they do not expect to happen.
#include "controls/segmented_tabs.h"
#include "pages/explore/explore_page.h"
#include "stack/stack_panel.h"
#include "support/driven_window.h"
#include "views/contrast_strip.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/map_panel_header.h"
#include "window/actions/actions.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstMapBehaviour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init() { m_drive = std::make_unique<DrivenWindow>(*m_look); }
    void cleanup() { m_drive.reset(); }

    void theGridStaysWhereItWasScrolled_data();
    void theGridStaysWhereItWasScrolled();
    void theMapHasAContextMenu();
    void theGridHasAContextMenu();
    void switchesKeepTheirPlace_data();
    void switchesKeepTheirPlace();
    void pinnedAndPointedLookDifferent();
    void f6LandsOnGridAndMap();
    void oneHandleFixesOneEnd();
    void overlayAndOrderAreInTheMenus();
    void noMapMatchesSaysSo();
    void headersFitTheSmallestWindow_data();
    void headersFitTheSmallestWindow();

private:
    [[nodiscard]] ExplorePage *page() { return m_drive->window.page<ExplorePage>(); }
    [[nodiscard]] MapGrid *grid() { return page()->grid()->grid(); }
    [[nodiscard]] FeatureMapView *map() { return page()->panel()->map(); }
    [[nodiscard]] QMenu *openMenu(QWidget *view, QPoint at);

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<DrivenWindow> m_drive;
};

/// The context menu that opens over a view.
QMenu *TstMapBehaviour::openMenu(QWidget *view, QPoint at)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->mapToGlobal(at));
    QApplication::sendEvent(view, &event);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

void TstMapBehaviour::theGridStaysWhereItWasScrolled_data()
{
    QTest::addColumn<int>("filters");
    QTest::newRow("64 filters") << 64;
    QTest::newRow("200 filters") << 200;
}

void TstMapBehaviour::theGridStaysWhereItWasScrolled()
{
    QFETCH(int, filters);
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->set(0, "filters", std::int64_t{filters}));
    QVERIFY(m_drive->settle());
    QCOMPARE(grid()->count(), filters);
    QCOMPARE(grid()->selected(), 0);
    QScrollBar *bar = grid()->verticalScrollBar();
    for (const int place : {bar->maximum() / 3, bar->maximum()}) {
        bar->setValue(place);
        QVERIFY(m_drive->settle());
        QCOMPARE(bar->value(), place);
    }
    // An edit that gives the same maps again leaves it too.
    QVERIFY(m_drive->set(0, "use_bias", false));
    QVERIFY(m_drive->settle());
    QCOMPARE(bar->value(), bar->maximum());
    // Selecting goes there.
    grid()->select(1);
    QVERIFY(m_drive->settle());
    QVERIFY(bar->value() < bar->maximum());
}

void TstMapBehaviour::theMapHasAContextMenu()
{
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    const QPoint at = map()->rect().center();
    const MapCell cell = map()->cellAt(at).value();
    QMenu *menu = openMenu(map(), at);
    QVERIFY(menu != nullptr);
    const auto entry = [&](const QString &text) -> QAction * {
        for (QAction *action : menu->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    };
    for (const QString &text : {u"Copy map"_s, u"Save map…"_s, u"Pin cell"_s, u"Range"_s,
                                u"Colormap"_s, u"Overlay on the photo"_s})
        QVERIFY2(entry(text) != nullptr, qPrintable(text));
    QApplication::clipboard()->clear();
    entry(u"Copy map"_s)->trigger();
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(451, 300));
    entry(u"Pin cell"_s)->trigger();
    QVERIFY(map()->pinnedCell() == cell);
    QVERIFY(entry(u"Range"_s)->menu()->actions().size() == 4);
    entry(u"Colormap"_s)->menu()->actions().at(2)->trigger();
    QVERIFY(!page()->presenter()->settings().colormap.isEmpty());
    entry(u"Overlay on the photo"_s)->trigger();
    QVERIFY(page()->panel()->header()->isOverlayShown());
    menu->close();
    // Of the cell that is pinned: away with it.
    menu = openMenu(map(), at);
    entry(u"Pin or unpin the cell"_s)->trigger();
    QVERIFY(!map()->pinnedCell());
    menu->close();
}

void TstMapBehaviour::theGridHasAContextMenu()
{
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    QMenu *menu = openMenu(grid()->viewport(), grid()->tileRect(3).center());
    QVERIFY(menu != nullptr);
    QCOMPARE(grid()->selected(), 3);
    QVERIFY(menu->actions().size() > 6);
    menu->close();
}

void TstMapBehaviour::switchesKeepTheirPlace_data()
{
    QTest::addColumn<QString>("stack");
    QTest::newRow("lines, heat strip, numbers") << u"sequence.npz"_s;
    QTest::newRow("planes, slice, largest") << u"volume.npz"_s;
}

void TstMapBehaviour::switchesKeepTheirPlace()
{
    QFETCH(QString, stack);
    m_drive->window.openBundledStack(stack);
    QVERIFY(m_drive->settle());
    SegmentedTabs *shown = nullptr;
    for (SegmentedTabs *tabs : page()->panel()->header()->findChildren<SegmentedTabs *>())
        if (tabs->isVisible())
            shown = tabs;
    QVERIFY(shown != nullptr);
    const QRect place = shown->geometry();
    for (int mode = 0; mode < shown->count(); ++mode) {
        shown->setCurrentIndex(mode);
        QVERIFY(m_drive->settle());
        QCOMPARE(shown->geometry(), place);
    }
}

void TstMapBehaviour::pinnedAndPointedLookDifferent()
{
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    map()->setZoom(12);
    const MapCell middle = *map()->cellAt(QRectF(map()->rect()).center());
    const QRect around = map()->cellRect(middle).toAlignedRect().adjusted(-5, -5, 5, 5);
    const auto look = [&] { return map()->grab(around).toImage(); };
    // Walked to by keys, then pinned: the same cell with another mark.
    map()->pin(middle);
    const QImage pinned = look();
    map()->unpin();
    map()->setFocus();
    QTest::mouseMove(map(), map()->cellRect(middle).center().toPoint());
    const QImage pointed = look();
    QVERIFY(pinned != pointed);
}

void TstMapBehaviour::f6LandsOnGridAndMap()
{
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    m_drive->window.stackPanel()->focusList();
    const auto accented = [](QWidget *view) {
        const QColor corner = view->grab().toImage().pixelColor(view->width() / 2, 0);
        return corner == tokens().accent;
    };
    QVERIFY(!accented(grid()->viewport()) && !accented(map()));
    m_drive->press(Qt::Key_F6);
    QVERIFY(grid()->hasFocus());
    QVERIFY(accented(grid()->viewport()));
    m_drive->press(Qt::Key_F6);
    QVERIFY(map()->hasFocus());
    QVERIFY(accented(map()));
    QVERIFY(!accented(grid()->viewport()));
    m_drive->press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(grid()->hasFocus());
}

void TstMapBehaviour::oneHandleFixesOneEnd()
{
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    ContrastStrip *strip = page()->contrast();
    const ValueRange before = strip->range();
    const auto drag = [&](float from, double to) {
        const QPoint start(qRound(strip->xOf(static_cast<double>(from))), 20);
        const QPoint end(qRound(strip->xOf(to)), 20);
        QTest::mousePress(strip, Qt::LeftButton, {}, start);
        QTest::mouseMove(strip, (start + end) / 2);
        QTest::mouseMove(strip, end);
        QTest::mouseRelease(strip, Qt::LeftButton, {}, end);
        return m_drive->settle();
    };
    const float wanted = (before.low + before.high) / 2;
    QVERIFY(drag(before.high, static_cast<double>(wanted)));
    const DisplaySettings &settings = page()->presenter()->settings();
    QCOMPARE(settings.scope, RangeScope::Layer);
    QVERIFY(settings.high.has_value());
    QVERIFY(!settings.low.has_value());
    QVERIFY(std::abs(strip->range().high - wanted) < 0.05F * (before.high - before.low));
    QCOMPARE(strip->range().low, before.low);
    // The end that nobody set follows the layer; the other one stays.
    const float high = strip->range().high;
    m_drive->window.selection()->selectLayer(2);
    QVERIFY(m_drive->settle());
    QCOMPARE(strip->range().high, high);
    QVERIFY(strip->range().low != before.low || before.low == 0.0F);
    strip->cycleAutomatic();
    QVERIFY(!page()->presenter()->settings().high.has_value());
}

void TstMapBehaviour::overlayAndOrderAreInTheMenus()
{
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    QAction *overlay = m_drive->window.actions()->action(u"explore.overlay"_s);
    QVERIFY(overlay != nullptr && overlay->isEnabled());
    overlay->trigger();
    QVERIFY(page()->panel()->header()->isOverlayShown());
    QVERIFY(overlay->isChecked());
    page()->panel()->header()->setOverlayShown(false);
    QVERIFY(!overlay->isChecked());
    m_drive->window.selection()->selectLayer(-1);
    QVERIFY(m_drive->settle());
    QVERIFY(!overlay->isEnabled());
    QAction *energy = m_drive->window.actions()->action(u"explore.order_energy"_s);
    QVERIFY(energy != nullptr);
    energy->trigger();
    QCOMPARE(page()->grid()->order(), MapOrder::Energy);
    page()->grid()->setOrder(MapOrder::Index);
    QVERIFY(!energy->isChecked());
}

void TstMapBehaviour::noMapMatchesSaysSo()
{
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    const auto text = [this] {
        const QImage top = grid()->viewport()->grab(QRect(0, 0, 200, 60)).toImage();
        int inked = 0;
        for (int y = 0; y < top.height(); ++y)
            for (int x = 0; x < top.width(); ++x)
                inked += top.pixelColor(x, y) == tokens().window ? 0 : 1;
        return inked;
    };
    grid()->setFilter(TileFilter(u"999"_s));
    QCOMPARE(grid()->shownCount(), 0);
    QVERIFY(text() > 50);
}

void TstMapBehaviour::headersFitTheSmallestWindow_data()
{
    QTest::addColumn<QString>("stack");
    for (const char *stack : {"first_look.npz", "sequence.npz", "volume.npz"})
        QTest::newRow(stack) << QString::fromLatin1(stack);
}

void TstMapBehaviour::headersFitTheSmallestWindow()
{
    QFETCH(QString, stack);
    m_drive->window.resize(880, 560);
    m_drive->window.openBundledStack(stack);
    QVERIFY(m_drive->settle());
    const MapPanelHeader *header = page()->panel()->header();
    QList<QWidget *> parts;
    for (QWidget *part : header->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        if (part->isVisible())
            parts << part;
    for (const QWidget *part : parts) {
        QVERIFY2(header->rect().contains(part->geometry()), part->metaObject()->className());
        // Squeezed parts write their words over their arrows.
        if (part->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed)
            QVERIFY2(part->width() >= part->sizeHint().width(), part->metaObject()->className());
        for (const QWidget *other : parts)
            QVERIFY(part == other || !part->geometry().intersects(other->geometry()));
    }
}

QTEST_MAIN(TstMapBehaviour)
#include "tst_map_behaviour.moc"
