// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/contrast_strip.h"
#include "views/map_grid.h"
#include "views/map_panel.h"
#include "views/shape_ribbon.h"
#include "views/signal_view.h"
#include "views/volume_view.h"
#include "widgets/views/sample_maps.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstMapViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridAsksOnlyForVisibleTiles();
    void gridKnowsWhatItWillAskFor();
    void gridShowsAnotherOrder();
    void gridSelectsByMouseAndKeys();
    void gridSpeaksItsTiles();
    void stripDragsItsHandles();
    void stripTakesTypedLimits();
    void stripCyclesAutomaticRanges();
    void stripCountsWhatIsClipped();
    void ribbonSelectsByMouseAndKeys();
    void ribbonHidesTotalsWithHysteresis();
    void signalPinsAndWalks();
    void signalZoomsAtThePointer();
    void volumeMovesItsCursor();
    void panelSwitchesViews();
    void panelAnswersLetters();
};

namespace {

template <typename Widget>
void show(Widget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

RibbonFace face(const QString &name, std::int64_t rows, std::int64_t columns)
{
    RibbonFace made;
    made.className = name;
    made.shapeWords = u"%1×%2×3"_s.arg(rows).arg(columns);
    made.accessibleName = name + u", output"_s;
    made.rows = rows;
    made.columns = columns;
    made.channels = 3;
    return made;
}

SignalSeries series(const QString &name, std::int64_t length)
{
    const Plane plane = samples::plane(1, length, [](std::int64_t, std::int64_t step) {
        return static_cast<float>(step % 10) / 10;
    });
    return {name, plane, LineEnvelope::of(plane)};
}

} // namespace

void TstMapViews::gridAsksOnlyForVisibleTiles()
{
    MapGrid grid;
    QSignalSpy needed(&grid, &MapGrid::tilesNeeded);
    grid.setMaps(100000, {451, 300});
    show(grid, {254, 420});
    QTRY_VERIFY(!needed.isEmpty());
    const auto first = needed.last().at(0).value<std::vector<int>>();
    QVERIFY(first.size() <= 14);
    QCOMPARE(first.front(), 0);
    QCOMPARE(needed.last().at(1).toSize(), QSize(114, 76) * grid.devicePixelRatioF());
    needed.clear();
    grid.select(54321);
    QTRY_VERIFY(!needed.isEmpty());
    const auto later = needed.last().at(0).value<std::vector<int>>();
    QVERIFY(std::find(later.begin(), later.end(), 54321) != later.end());
    QVERIFY(grid.tileRect(54321).intersects(grid.viewport()->rect()));
}

/// Tiles are drawn before the grid shows them: what it says beforehand is what it asks for then.
void TstMapViews::gridKnowsWhatItWillAskFor()
{
    MapGrid grid;
    show(grid, {260, 300});
    grid.setMaps(40, {80, 60});
    struct Case
    {
        int count;
        QSize cells;
        bool isSignal;
    };
    for (const Case &next : {Case{41, {80, 60}, false}, Case{3, {20, 20}, false},
                             Case{64, {9, 300}, false}, Case{12, {}, true}}) {
        const MapGrid::Wanted before = grid.wantedFor(next.count, next.cells, next.isSignal);
        QSignalSpy asked(&grid, &MapGrid::tilesNeeded);
        if (next.isSignal)
            grid.setSignals(next.count);
        else
            grid.setMaps(next.count, next.cells);
        QTRY_VERIFY(!asked.isEmpty());
        QCOMPARE(before.indices, asked.back().at(0).value<std::vector<int>>());
        QCOMPARE(before.devicePixels, asked.back().at(1).toSize());
        const MapGrid::Wanted after = grid.wantedFor(next.count, next.cells, next.isSignal);
        QCOMPARE(after.indices, before.indices);
        QCOMPARE(after.devicePixels, before.devicePixels);
    }
}

void TstMapViews::gridShowsAnotherOrder()
{
    MapGrid grid;
    grid.setMaps(4, {10, 10});
    show(grid, {254, 420});
    grid.setOrder({2, 0, 3, 1});
    QCOMPARE(grid.visibleIndices(), (std::vector<int>{2, 0, 3, 1}));
    QCOMPARE(grid.indexAt(grid.tileRect(3).center()), 3);
    QVERIFY(grid.tileRect(2).top() == grid.tileRect(0).top());
    grid.select(2);
    QTest::keyClick(&grid, Qt::Key_Right);
    QCOMPARE(grid.selected(), 0);
    // Another layer begins in its own order.
    grid.setMaps(3, {10, 10});
    QCOMPARE(grid.visibleIndices(), (std::vector<int>{0, 1, 2}));
}

void TstMapViews::gridSelectsByMouseAndKeys()
{
    MapGrid grid;
    grid.setMaps(16, {451, 300});
    show(grid, {254, 420});
    QSignalSpy selected(&grid, &MapGrid::selectionChanged);
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, grid.tileRect(3).center());
    QCOMPARE(grid.selected(), 3);
    QTest::keyClick(&grid, Qt::Key_Down);
    QCOMPARE(grid.selected(), 5);
    QTest::keyClick(&grid, Qt::Key_End);
    QCOMPARE(grid.selected(), 15);
    QVERIFY(grid.viewport()->rect().contains(grid.tileRect(15)));
    QCOMPARE(selected.size(), 3);
    QSignalSpy activated(&grid, &MapGrid::activated);
    QTest::keyClick(&grid, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
}

void TstMapViews::gridSpeaksItsTiles()
{
    MapGrid grid;
    grid.setMaps(16, {451, 300});
    grid.setFlag(13, {TileFlag::Kind::Dead, 0});
    grid.setFlag(6, {TileFlag::Kind::SameAs, 4});
    show(grid, {254, 420});
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&grid);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 16);
    QCOMPARE(list->child(13)->text(QAccessible::Name), u"Map 13, dead"_s);
    QCOMPARE(list->child(6)->text(QAccessible::Name), u"Map 6, same as 4"_s);
    QCOMPARE(list->indexOfChild(list->child(6)), 6);
    list->child(5)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(grid.selected(), 5);
    QVERIFY(list->child(5)->state().selected);
    QVERIFY(!list->child(16));
}

namespace {

Distribution evenlySpread()
{
    Distribution distribution;
    distribution.minimum = 0;
    distribution.maximum = 4;
    distribution.bins.fill(10);
    distribution.count = 2560;
    return distribution;
}

} // namespace

void TstMapViews::stripDragsItsHandles()
{
    ContrastStrip strip;
    strip.setDistribution(evenlySpread());
    strip.setRange({0, 2});
    show(strip, {618, 60});
    QSignalSpy edited(&strip, &ContrastStrip::rangeEdited);
    const QPoint from(qRound(strip.xOf(2)), 20);
    const QPoint to(qRound(strip.xOf(3)), 20);
    QTest::mousePress(&strip, Qt::LeftButton, {}, from);
    QTest::mouseMove(&strip, to);
    QVERIFY(edited.last().at(1).toBool());
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, to);
    QVERIFY(!edited.last().at(1).toBool());
    QVERIFY(std::abs(strip.range().high - 3) < 0.02F);
    QCOMPARE(strip.range().low, 0.0F);
    // Keys move the handle that was last used, and a handle pushes the other one.
    QTest::keyClick(&strip, Qt::Key_Home);
    QVERIFY(strip.range().high < 0.01F);
    QVERIFY(strip.range().low < strip.range().high);
}

void TstMapViews::stripTakesTypedLimits()
{
    ContrastStrip strip;
    strip.setDistribution(evenlySpread());
    strip.setRange({0, 2});
    show(strip, {618, 60});
    strip.setFocus();
    QSignalSpy edited(&strip, &ContrastStrip::rangeEdited);
    QTest::keyClick(&strip, Qt::Key_Return);
    auto *field = strip.findChild<QLineEdit *>();
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"1.25"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(strip.range().high, 1.25F);
    QCOMPARE(edited.size(), 1);
    QTest::keyClick(&strip, Qt::Key_Return);
    QTest::keyClicks(field, u"nonsense"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(strip.range().high, 1.25F);
    QCOMPARE(edited.size(), 1);
}

void TstMapViews::stripCyclesAutomaticRanges()
{
    ContrastStrip strip;
    QSignalSpy asked(&strip, &ContrastStrip::automaticRequested);
    strip.setAutomaticShare(0.996);
    for (int i = 0; i < 3; ++i)
        strip.cycleAutomatic();
    QCOMPARE(asked.at(0).at(0).toDouble(), 0.98);
    QCOMPARE(asked.at(1).at(0).toDouble(), 1.0);
    QCOMPARE(asked.at(2).at(0).toDouble(), 0.996);
}

void TstMapViews::stripCountsWhatIsClipped()
{
    ContrastStrip strip;
    strip.setDistribution(evenlySpread());
    strip.setRange({0, 4});
    QCOMPARE(strip.clippedCount(), 0);
    strip.setRange({1, 3});
    QCOMPARE(strip.clippedCount(), 1280);
}

void TstMapViews::ribbonSelectsByMouseAndKeys()
{
    ShapeRibbon ribbon;
    ribbon.setFaces(
        {face({}, 300, 451), face(u"Conv2D"_s, 300, 451), face(u"MaxPooling2D"_s, 150, 225)});
    ribbon.setCurrent(0);
    show(ribbon, {1000, 108});
    QSignalSpy selected(&ribbon, &ShapeRibbon::selected);
    connect(&ribbon, &ShapeRibbon::selected, &ribbon, &ShapeRibbon::setCurrent);
    QTest::mouseClick(ribbon.viewport(), Qt::LeftButton, {}, ribbon.columnRect(2).center());
    QCOMPARE(ribbon.current(), 2);
    // The arrow before a face belongs to its layer.
    QTest::mouseClick(ribbon.viewport(), Qt::LeftButton, {},
                      ribbon.layoutInUse().columns[1].arrow.center());
    QCOMPARE(ribbon.current(), 1);
    QTest::keyClick(&ribbon, Qt::Key_Left);
    QTest::keyClick(&ribbon, Qt::Key_Left);
    QCOMPARE(ribbon.current(), 0);
    QCOMPARE(selected.size(), 4);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&ribbon);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"Conv2D, output"_s);
    RibbonFace broken = face(u"Conv2D"_s, 9, 9);
    broken.state = RibbonFace::State::Illegal;
    QCOMPARE(ribbonCaption(broken), u"no output"_s);
}

void TstMapViews::ribbonHidesTotalsWithHysteresis()
{
    ShapeRibbon ribbon;
    ribbon.setFaces({face({}, 300, 451), face(u"Conv2D"_s, 300, 451)});
    ribbon.setTotals({{u"parameters"_s, u"1216"_s}});
    show(ribbon, {1440, 108});
    QVERIFY(ribbon.showsTotals());
    ribbon.resize(1370, 108);
    QVERIFY(ribbon.showsTotals());
    ribbon.resize(1350, 108);
    QVERIFY(!ribbon.showsTotals());
    ribbon.resize(1370, 108);
    QVERIFY(!ribbon.showsTotals());
    ribbon.resize(1400, 108);
    QVERIFY(ribbon.showsTotals());
}

void TstMapViews::signalPinsAndWalks()
{
    SignalView view;
    view.setInput({series(u"red"_s, 451)});
    view.setMap(series(u"Map 6"_s, 451), {0, 0.85F}, {});
    show(view, {618, 500});
    QCOMPARE(view.cutSteps(), std::optional<std::int64_t>(45));
    QSignalSpy pinned(&view, &SignalView::stepPinned);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(qRound(view.xOf(270)), 400));
    QCOMPARE(view.pinnedStep(), std::optional<std::int64_t>(270));
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view.pinnedStep(), std::optional<std::int64_t>(280));
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.pinnedStep(), std::optional<std::int64_t>(450));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.pinnedStep());
    QCOMPARE(pinned.size(), 4);
    for (const auto mode :
         {SignalView::Mode::Lines, SignalView::Mode::HeatStrip, SignalView::Mode::Numbers}) {
        view.setMode(mode);
        QVERIFY(!view.grab().isNull());
    }
    view.pin(7);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&view);
    QCOMPARE(spoken->text(QAccessible::Value), view.spokenStep(7));
    QVERIFY(view.spokenStep(7).startsWith(u"step 7, 0.7"_s));
}

void TstMapViews::signalZoomsAtThePointer()
{
    SignalView view;
    view.setMap(series(u"Map 6"_s, 100000), {0, 1}, {});
    show(view, {618, 500});
    QVERIFY(!view.cutSteps());
    const double before = view.xOf(50000);
    const QPointF at(before, 300);
    QWheelEvent event(at, view.mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
    QVERIFY(!view.isFit());
    QVERIFY(std::abs(view.xOf(50000) - before) < 1.5);
    QVERIFY(view.xOf(60000) - before > 70);
    view.fit();
    QVERIFY(view.isFit());
}

void TstMapViews::volumeMovesItsCursor()
{
    VolumeView view;
    const Plane plane = samples::plane(110, 92, [](auto, auto) { return 0.5F; });
    VolumePictures pictures;
    pictures.extent = {24, 110, 92};
    pictures.slicePlane = plane;
    pictures.slice = samples::picture(plane, {0, 1}, "magma");
    view.setPictures(pictures);
    view.setCursor(VolumeCursor{11, 54, 64});
    show(view, {618, 454});
    QSignalSpy moved(&view, &VolumeView::cursorMoved);
    const VolumeLayout at = view.layoutInUse();
    const qreal ratio = view.devicePixelRatioF();
    QTest::mousePress(&view, Qt::LeftButton, {},
                      (QPointF(at.rowPlane.topLeft() + QPoint(31, 61)) / ratio).toPoint());
    QTest::mouseRelease(&view, Qt::LeftButton);
    QCOMPARE(view.cursorCell().row, 54);
    QVERIFY(view.cursorCell().slice != 11);
    QVERIFY(view.cursorCell().column != 64);
    QCOMPARE(moved.size(), 1);
    view.setCursor(VolumeCursor{0, 0, 0});
    QTest::keyClick(&view, Qt::Key_Less);
    QCOMPARE(moved.size(), 1);
    QTest::keyClick(&view, Qt::Key_Greater);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.cursorCell(), (VolumeCursor{1, 10, 0}));
    QVERIFY(view.spokenCell().startsWith(u"slice 1, row 10, column 0, 0.5"_s));
}

void TstMapViews::panelSwitchesViews()
{
    MapPanel panel;
    show(panel, {618, 500});
    panel.setKind(MapPanel::Kind::Volume);
    QVERIFY(panel.volume()->isVisible());
    panel.setKind(MapPanel::Kind::Signal);
    QVERIFY(panel.signal()->isVisible());
    QVERIFY(!panel.volume()->isVisible());
    QSignalSpy changed(&panel, &MapPanel::axisChanged);
    panel.setAxes({{u"slice"_s, 24, 11}, {u"batch"_s, 3, 0}});
    QCOMPARE(panel.axisCount(), 2);
    QCOMPARE(changed.size(), 0);
    panel.axis(0)->step(2);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.last().at(1).toInt(), 13);
    panel.axis(0)->setPlaying(true);
    QTRY_VERIFY(changed.size() >= 2);
    panel.setAxes({});
    QCOMPARE(panel.axisCount(), 0);
}

void TstMapViews::panelAnswersLetters()
{
    MapPanel panel;
    show(panel, {618, 500});
    QSignalSpy chosen(panel.header(), &MapPanelHeader::settingsChosen);
    QSignalSpy automatic(&panel, &MapPanel::automaticRequested);
    QTest::keyClick(&panel, Qt::Key_S);
    QCOMPARE(panel.header()->settings().scope, RangeScope::All);
    QTest::keyClick(&panel, Qt::Key_I);
    QVERIFY(panel.header()->settings().inverted);
    QTest::keyClick(&panel, Qt::Key_C);
    QVERIFY(!panel.header()->settings().colormap.isEmpty());
    QCOMPARE(chosen.size(), 3);
    QTest::keyClick(&panel, Qt::Key_A);
    QCOMPARE(automatic.size(), 1);
    // Without a photo there is nothing to lay over the map.
    QTest::keyClick(&panel, Qt::Key_O);
    QVERIFY(!panel.header()->isOverlayShown());
}

QTEST_MAIN(TstMapViews)
#include "tst_map_views.moc"
