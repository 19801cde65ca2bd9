// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/map_viewport.h"

#include <QTest>

using namespace convscope;

class TstMapViewport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsWithAMarginAllAround();
    void fitsSmallPicturesWithWholePixels();
    void stepsThroughTheLadder();
    void zoomsAtThePointer_data();
    void zoomsAtThePointer();
    void givesEveryPixelOneCell_data();
    void givesEveryPixelOneCell();
    void keepsPlaceForAPictureOfEqualSize();
    void keepsZoomAndPlaceForAnotherPicture();
    void neverPansAwayFromThePicture();
    void bringsACellIntoView();
    void tellsTheVisibleCells();
};

namespace {

MapViewport viewport(std::int64_t rows, std::int64_t columns, QSize view, double ratio = 1)
{
    MapViewport viewport;
    viewport.setView(view, ratio);
    viewport.setPicture(rows, columns);
    return viewport;
}

} // namespace

void TstMapViewport::fitsWithAMarginAllAround()
{
    const MapViewport view = viewport(300, 451, {616, 456});
    QVERIFY(view.isFit());
    QCOMPARE(view.pictureRect(), QRect(16, 34, 584, 388));
    QCOMPARE(qRound(view.zoom() * 100), 129);
    QVERIFY(view.isSmooth());
}

void TstMapViewport::fitsSmallPicturesWithWholePixels()
{
    const MapViewport view = viewport(9, 14, {616, 456}, 1);
    QCOMPARE(view.zoom(), 41.0);
    QVERIFY(!view.isSmooth());
    QCOMPARE(view.cellRect({0, 0}).size(), QSize(41, 41));
    // A single cell does not grow without end.
    QCOMPARE(viewport(1, 1, {616, 456}).zoom(), 64.0);
}

void TstMapViewport::stepsThroughTheLadder()
{
    MapViewport view = viewport(300, 451, {616, 456});
    view.stepZoom(1, view.centre());
    QCOMPARE(view.zoom(), 1.5);
    view.stepZoom(1, view.centre());
    QCOMPARE(view.zoom(), 2.0);
    view.stepZoom(-3, view.centre());
    QCOMPARE(view.zoom(), 2.0 / 3);
    view.stepZoom(100, view.centre());
    QCOMPARE(view.zoom(), 64.0);
    // Down to an eighth, or to what shows all of a huge picture.
    view.stepZoom(-100, view.centre());
    QCOMPARE(view.zoom(), 1.0 / 8);
    MapViewport huge = viewport(20000, 20000, {616, 456});
    huge.stepZoom(-100, huge.centre());
    QVERIFY(huge.zoom() < 0.03);
}

void TstMapViewport::zoomsAtThePointer_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("zoom");
    QTest::newRow("to exact squares") << 1.0 << 16.0;
    QTest::newRow("to exact squares at a fractional scale factor") << 1.25 << 3.0;
    QTest::newRow("while smooth") << 1.0 << 1.5;
}

void TstMapViewport::zoomsAtThePointer()
{
    QFETCH(const double, ratio);
    QFETCH(const double, zoom);
    MapViewport view = viewport(2048, 2048, {800, 600}, ratio);
    view.setZoom(1, view.centre());
    const QPoint pointer(310, 222);
    const MapCell under = view.cellAt(pointer).value();
    view.setZoom(zoom, pointer);
    const MapCell now = view.cellAt(pointer).value();
    QVERIFY(std::abs(now.row - under.row) <= 1);
    QVERIFY(std::abs(now.column - under.column) <= 1);
}

void TstMapViewport::givesEveryPixelOneCell_data()
{
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("ratio");
    QTest::newRow("shrunk") << 0.25 << 1.0;
    QTest::newRow("between whole pixels") << 1.5 << 1.25;
    QTest::newRow("squares at 1.25") << 3.0 << 1.25;
    QTest::newRow("squares at 2") << 12.0 << 2.0;
}

void TstMapViewport::givesEveryPixelOneCell()
{
    QFETCH(const double, zoom);
    QFETCH(const double, ratio);
    MapViewport view = viewport(500, 700, {640, 480}, ratio);
    view.setZoom(zoom, view.centre());
    const MapTransform map = view.transform();
    for (int x = 0; x < 640; ++x) {
        const std::int64_t column = map.columnAt(x);
        QVERIFY(map.columnEdge(column) <= x);
        QVERIFY(map.columnEdge(column + 1) > x);
    }
    if (zoom >= 2) {
        for (int column = 300; column < 340; ++column)
            QCOMPARE(map.columnEdge(column + 1) - map.columnEdge(column), qRound(zoom * ratio));
    }
}

void TstMapViewport::keepsPlaceForAPictureOfEqualSize()
{
    MapViewport view = viewport(300, 451, {616, 456});
    view.setZoom(8, {100, 100});
    view.panBy({-40, 25});
    const MapTransform before = view.transform();
    view.setPicture(300, 451);
    QCOMPARE(view.transform(), before);
    view.setPicture(150, 225);
    QVERIFY(view.isFit());
}

void TstMapViewport::keepsZoomAndPlaceForAnotherPicture()
{
    MapViewport viewport;
    viewport.setView({400, 300}, 1);
    viewport.setPicture(1000, 2000);
    viewport.setZoom(4, {200, 150});
    const MapCell before = viewport.cellAt({200, 150}).value();
    viewport.replacePicture(500, 1000);
    QCOMPARE(viewport.zoom(), 4.0);
    const MapCell after = viewport.cellAt({200, 150}).value();
    QVERIFY(std::abs(after.row - before.row / 2) <= 1);
    QVERIFY(std::abs(after.column - before.column / 2) <= 1);
    // What is fitted stays fitted.
    viewport.fit();
    viewport.replacePicture(50, 100);
    QVERIFY(viewport.isFit());
}

void TstMapViewport::neverPansAwayFromThePicture()
{
    MapViewport view = viewport(300, 451, {616, 456});
    view.setZoom(4, view.centre());
    view.panBy({100000, 100000});
    QCOMPARE(view.pictureRect().topLeft(), QPoint(16, 16));
    view.panBy({-100000, -100000});
    QCOMPARE(view.pictureRect().bottomRight(), QPoint(616 - 17, 456 - 17));
    // What is smaller than the view stays in its middle.
    view.setZoom(0.5, view.centre());
    view.panBy({500, 500});
    QVERIFY((view.pictureRect().center() - view.centre()).manhattanLength() <= 2);
}

void TstMapViewport::bringsACellIntoView()
{
    MapViewport view = viewport(300, 451, {616, 456});
    view.setZoom(16, view.centre());
    view.ensureVisible({0, 0}, 24);
    QVERIFY(QRect(0, 0, 616, 456).contains(view.cellRect({0, 0})));
    view.ensureVisible({299, 450}, 24);
    QVERIFY(QRect(0, 0, 616, 456).contains(view.cellRect({299, 450})));
}

void TstMapViewport::tellsTheVisibleCells()
{
    MapViewport view = viewport(300, 451, {616, 456});
    MapRange range = view.visible();
    QCOMPARE(range.rows, 300);
    QCOMPARE(range.columns, 451);
    view.setZoom(64, view.centre());
    range = view.visible();
    QVERIFY(range.rows <= 9);
    QVERIFY(view.cellRect({range.firstRow, range.firstColumn}).intersects({0, 0, 616, 456}));
    QVERIFY(!view.cellRect({range.firstRow - 1, range.firstColumn}).intersects({0, 0, 616, 456}));
}

QTEST_APPLESS_MAIN(TstMapViewport)
#include "tst_map_viewport.moc"
