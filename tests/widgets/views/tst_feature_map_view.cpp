// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/accessible_map.h"
#include "views/feature_map_view.h"
#include "widgets/views/sample_maps.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstFeatureMapView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCellUnderThePointer();
    void pinsByClickAndUnpinsByEscape();
    void walksByKeys_data();
    void walksByKeys();
    void pansByDraggingWithoutPinning();
    void zoomsByWheelAndChangesMapWithShift();
    void keepsPinAndZoomForThePictureAfterAnEdit();
    void paintsCellsWithoutSmoothing();
    void saysWhyItIsEmpty();
    void speaksItsCells();
    void halvesLargePicturesOffTheThread();
};

namespace {

Plane ramp(std::int64_t rows, std::int64_t columns)
{
    return samples::plane(rows, columns, [columns](std::int64_t row, std::int64_t column) {
        return static_cast<float>(row * columns + column);
    });
}

void show(FeatureMapView &view, const Plane &plane)
{
    view.resize(616, 456);
    view.setPicture(
        samples::picture(plane, {0, static_cast<float>(plane.rows * plane.columns)}, "gray"),
        plane);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

QPoint middle(const FeatureMapView &view, MapCell cell)
{
    return view.cellRect(cell).center().toPoint();
}

void turn(FeatureMapView &view, QPoint at, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(QPointF(at), QPointF(view.mapToGlobal(at)), {}, QPoint(0, 120 * notches),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

} // namespace

void TstFeatureMapView::readsTheCellUnderThePointer()
{
    FeatureMapView view;
    show(view, ramp(10, 12));
    QSignalSpy hovered(&view, &FeatureMapView::cellHovered);
    QTest::mouseMove(&view, middle(view, {3, 4}));
    QCOMPARE(view.hoveredCell(), std::optional(MapCell{3, 4}));
    QCOMPARE(hovered.size(), 1);
    QVERIFY(view.cellText().startsWith(u"40.000"_s));
    QVERIFY(view.cellText().endsWith(u"row 3  col 4"_s));
    QTest::mouseMove(&view, {2, 2});
    QVERIFY(!view.hoveredCell());
}

void TstFeatureMapView::pinsByClickAndUnpinsByEscape()
{
    FeatureMapView view;
    show(view, ramp(10, 12));
    QSignalSpy pinned(&view, &FeatureMapView::cellPinned);
    QTest::mouseClick(&view, Qt::LeftButton, {}, middle(view, {5, 6}));
    QCOMPARE(view.pinnedCell(), std::optional(MapCell{5, 6}));
    QTest::mouseClick(&view, Qt::LeftButton, {}, middle(view, {2, 1}));
    QCOMPARE(view.pinnedCell(), std::optional(MapCell{2, 1}));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.pinnedCell());
    QCOMPARE(pinned.size(), 3);
    // Beside the map nothing is pinned.
    QTest::mouseClick(&view, Qt::LeftButton, {}, {2, 2});
    QVERIFY(!view.pinnedCell());
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(view.pinnedCell());
    // Pinned already: it is opened, and stays pinned.
    QSignalSpy opened(&view, &FeatureMapView::cellOpened);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QVERIFY(view.pinnedCell());
}

void TstFeatureMapView::walksByKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    const int none = Qt::NoModifier;
    QTest::newRow("right") << int(Qt::Key_Right) << none << 20 << 31;
    QTest::newRow("up") << int(Qt::Key_Up) << none << 19 << 30;
    QTest::newRow("ten down") << int(Qt::Key_Down) << int(Qt::ShiftModifier) << 30 << 30;
    QTest::newRow("start of the row") << int(Qt::Key_Home) << none << 20 << 0;
    QTest::newRow("first cell") << int(Qt::Key_Home) << int(Qt::ControlModifier) << 0 << 0;
    QTest::newRow("last cell") << int(Qt::Key_End) << int(Qt::ControlModifier) << 39 << 59;
    QTest::newRow("forward in scan order") << int(Qt::Key_Period) << none << 20 << 31;
    QTest::newRow("back in scan order") << int(Qt::Key_Comma) << none << 20 << 29;
}

void TstFeatureMapView::walksByKeys()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const int, row);
    QFETCH(const int, column);
    FeatureMapView view;
    show(view, ramp(40, 60));
    view.pin({20, 30});
    QTest::keyClick(&view, static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifier>(modifiers));
    QCOMPARE(view.pinnedCell(), std::optional(MapCell{row, column}));
}

void TstFeatureMapView::pansByDraggingWithoutPinning()
{
    FeatureMapView view;
    show(view, ramp(200, 200));
    view.setZoom(16);
    const QRectF before = view.cellRect({100, 100});
    QTest::mousePress(&view, Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(&view, {320, 210});
    QTest::mouseMove(&view, {340, 230});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {340, 230});
    QCOMPARE(view.cellRect({100, 100}).topLeft() - before.topLeft(), QPointF(40, 30));
    QVERIFY(!view.pinnedCell());
}

void TstFeatureMapView::zoomsByWheelAndChangesMapWithShift()
{
    FeatureMapView view;
    show(view, ramp(200, 200));
    QSignalSpy next(&view, &FeatureMapView::nextMap);
    QSignalSpy previous(&view, &FeatureMapView::previousMap);
    view.setZoom(8);
    const QPoint at(200, 150);
    const auto under = view.cellAt(at);
    turn(view, at, 1, {});
    QCOMPARE(view.zoom(), 12.0);
    QCOMPARE(view.cellAt(at), under);
    turn(view, at, -1, Qt::ShiftModifier);
    turn(view, at, 1, Qt::ShiftModifier);
    QCOMPARE(next.size(), 1);
    QCOMPARE(previous.size(), 1);
    QCOMPARE(view.zoom(), 12.0);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(next.size(), 2);
    view.setWheelMode(FeatureMapView::WheelMode::NextMap);
    turn(view, at, -1, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 8.0);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, at);
    QVERIFY(view.isFit());
}

void TstFeatureMapView::keepsPinAndZoomForThePictureAfterAnEdit()
{
    FeatureMapView view;
    show(view, ramp(200, 200));
    view.setZoom(16);
    view.pin({100, 101});
    const QRectF before = view.cellRect({100, 101});
    const Plane edited = samples::plane(200, 200, [](auto, auto) { return 3.0F; });
    view.setPicture(samples::picture(edited, {0, 4}, "gray"), edited);
    QCOMPARE(view.cellRect({100, 101}), before);
    QCOMPARE(view.pinnedCell(), std::optional(MapCell{100, 101}));
    QVERIFY(view.spokenCell({100, 101}).endsWith(u"3.0000"_s));
    const Plane smaller = ramp(50, 50);
    view.setPicture(samples::picture(smaller, {0, 2500}, "gray"), smaller);
    QVERIFY(!view.pinnedCell());
    QVERIFY(view.isFit());
}

void TstFeatureMapView::paintsCellsWithoutSmoothing()
{
    FeatureMapView view;
    const Plane plane = ramp(100, 100);
    show(view, plane);
    view.setZoom(4);
    const QImage grabbed = view.grab().toImage();
    const qreal ratio = view.devicePixelRatioF();
    const QImage picture = samples::picture(plane, {0, 10000}, "gray");
    for (const MapCell cell : {MapCell{50, 50}, MapCell{40, 61}}) {
        const QRectF rect = view.cellRect(cell);
        const QRgb colour =
            picture.pixel(static_cast<int>(cell.column), static_cast<int>(cell.row));
        QCOMPARE(grabbed.pixel((rect.topLeft() * ratio).toPoint()) | 0xFF000000U, colour);
        QCOMPARE(grabbed.pixel((rect.bottomRight() * ratio).toPoint() - QPoint(1, 1)) | 0xFF000000U,
                 colour);
    }
}

void TstFeatureMapView::saysWhyItIsEmpty()
{
    FeatureMapView view;
    show(view, ramp(10, 10));
    view.pin({1, 1});
    view.setEmpty(u"Nothing computed yet."_s);
    QVERIFY(view.isEmpty());
    QVERIFY(!view.pinnedCell());
    view.grab();
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::mouseClick(&view, Qt::LeftButton);
    QVERIFY(!view.currentCell());
}

void TstFeatureMapView::speaksItsCells()
{
    FeatureMapView view;
    show(view, ramp(100, 200));
    view.setZoom(48);
    view.pin({50, 100});
    QAccessibleInterface *map = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(map);
    QCOMPARE(map->text(QAccessible::Value), view.spokenCell({50, 100}));
    QVERIFY(view.spokenCell({50, 100}).startsWith(u"row 50, column 100, "_s));
    QAccessibleTableInterface *table = map->tableInterface();
    QVERIFY(table);
    QVERIFY(table->rowCount() > 5 && table->rowCount() < 14);
    QCOMPARE(map->childCount(), table->rowCount() * table->columnCount());
    QAccessibleInterface *cell = map->focusChild();
    QVERIFY(cell);
    QCOMPARE(cell->role(), QAccessible::Cell);
    QVERIFY(cell->state().selected);
    QCOMPARE(map->child(map->indexOfChild(cell)), cell);
    QCOMPARE(cell->text(QAccessible::Name), view.spokenCell({50, 100}));
}

void TstFeatureMapView::halvesLargePicturesOffTheThread()
{
    FeatureMapView view;
    const Plane plane = samples::plane(1100, 1100, [](std::int64_t, std::int64_t column) {
        return static_cast<float>(column % 2);
    });
    show(view, plane);
    view.setPicture(samples::picture(plane, {0, 1}, "gray"), plane);
    // Stripes of one cell average to grey as soon as the halvings are there.
    QTRY_VERIFY([&] {
        const QColor colour = view.grab().toImage().pixelColor(308, 228);
        return colour.red() > 100 && colour.red() < 160;
    }());
}

QTEST_MAIN(TstFeatureMapView)
#include "tst_feature_map_view.moc"
