// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/line_envelope.h"
#include "views/error_report.h"
#include "views/map_grid_layout.h"
#include "views/map_marks.h"
#include "views/plot.h"
#include "views/ribbon_layout.h"
#include "views/ribbon_tracks.h"
#include "views/volume_layout.h"
#include "widgets/views/sample_maps.h"

#include <QTest>

#include <limits>

using namespace convscope;

class TstViewLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridsByArithmeticAlone();
    void gridsAsManyColumnsAsFit_data();
    void gridsAsManyColumnsAsFit();
    void gridsFindTilesByPosition();
    void gridsOfMoreTilesThanScrollBarsCount();
    void gridsHaveHeadings();
    void ribbonsHaveOneScale();
    void ribbonsCountSheets_data();
    void ribbonsCountSheets();
    void ribbonsMarkWhatIsNotToScale();
    void ribbonsGrowBeyondTheWindow();
    void blocksHaveTracks();
    void volumesShareOneScale();
    void volumesFindTheCursor();
    void axesLeaveOutTheMiddle();
    void ticksAreRound_data();
    void ticksAreRound();
    void envelopesKeepTheExtremes();
    void tagsNeverCoverTheCell();
};

void TstViewLayouts::gridsByArithmeticAlone()
{
    const MapGridLayout layout = MapGridLayout::ofPictures(100000, {451, 300}, 114, 254);
    QCOMPARE(layout.columns, 2);
    QCOMPARE(layout.tile, QSize(114, 76));
    QCOMPARE(layout.tileRect(3), QRect(130, 86, 114, 76));
    QCOMPARE(layout.tileRect(99999).top(), 3 + 49999 * 83);
    const auto [first, number] = layout.visible(83 * 1000, 400);
    QCOMPARE(first, 1998);
    QVERIFY(number <= 14);
}

void TstViewLayouts::gridsAsManyColumnsAsFit_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("compact window") << 138 << 1;
    QTest::newRow("usual window") << 254 << 2;
    QTest::newRow("too narrow for two") << 249 << 1;
    QTest::newRow("wide window") << 492 << 4;
}

void TstViewLayouts::gridsAsManyColumnsAsFit()
{
    QFETCH(const int, width);
    QFETCH(const int, columns);
    QCOMPARE(MapGridLayout::ofPictures(16, {451, 300}, 114, width).columns, columns);
}

void TstViewLayouts::gridsFindTilesByPosition()
{
    const MapGridLayout layout = MapGridLayout::ofPictures(5, {451, 300}, 114, 254);
    for (int position = 0; position < 5; ++position) {
        QCOMPARE(layout.positionAt(layout.tileRect(position).center()), position);
        QCOMPARE(layout.positionAt(layout.tileRect(position).bottomRight()), position);
    }
    QCOMPARE(layout.positionAt({126, 40}), -1);
    QCOMPARE(layout.positionAt({2, 40}), -1);
    QCOMPARE(layout.positionAt(layout.tileRect(5).center()), -1);
    QCOMPARE(MapGridLayout::ofPictures(0, {4, 4}, 114, 254).visible(0, 400),
             (std::pair<int, int>(0, 0)));
}

void TstViewLayouts::gridsOfMoreTilesThanScrollBarsCount()
{
    // A hundred million filters, as somebody may type.
    const MapGridLayout layout = MapGridLayout::ofPictures(100'000'000, {451, 300}, 114, 254);
    QCOMPARE(layout.contentHeight(), 2'000'000'000);
    QCOMPARE(layout.tileRect(99'999'999).top(), 2'000'000'000);
    const auto [first, number] = layout.visible(2'000'000'000 - 400, 400);
    QVERIFY(first > 48'000'000 && number > 0 && number <= 14);
    QCOMPARE(MapGridLayout::ofLines(100'000'000, 254).contentHeight(), 2'000'000'000);
}

void TstViewLayouts::gridsHaveHeadings()
{
    MapGridLayout layout = MapGridLayout::ofPictures(9, {451, 300}, 114, 254);
    layout.sections = {{0, 5}, {5, 4}};
    // Each section begins a row below its heading.
    QCOMPARE(layout.rows(), 5);
    QCOMPARE(layout.headingRect(0).top(), layout.marginTop);
    QCOMPARE(layout.tileRect(0).top(), layout.marginTop + layout.headingHeight);
    QCOMPARE(layout.tileRect(5).left(), layout.tileRect(0).left());
    QCOMPARE(layout.tileRect(5).top(), layout.headingRect(1).bottom() + 1);
    QVERIFY(layout.headingRect(1).top() >= layout.tileRect(4).bottom());
    for (int position = 0; position < 9; ++position)
        QCOMPARE(layout.positionAt(layout.tileRect(position).center()), position);
    QCOMPARE(layout.positionAt(layout.headingRect(1).center()), -1);
    QCOMPARE(layout.positionAt(layout.tileRect(4).center() + QPoint(120, 0)), -1);
    QCOMPARE(layout.visible(0, layout.contentHeight()), std::pair(0, 9));
    QCOMPARE(layout.visible(layout.tileRect(5).top(), 20), std::pair(5, 2));
    QVERIFY(layout.contentHeight() > layout.tileRect(8).bottom());
}

void TstViewLayouts::blocksHaveTracks()
{
    // A shortcut of one layer beside a branch of three, and what adds them.
    const std::vector<std::vector<int>> reads{{}, {0}, {0}, {2}, {3}, {1, 4}, {5}};
    const LaneLayout lanes = layoutLanes(reads);
    const BlockTracks tracks = layoutTracks(lanes, 1, 6);
    QCOMPARE(tracks.tracks, 2);
    QCOMPARE(tracks.columns, 5);
    // The longest on top.
    const std::vector<TrackCell> expected{{0, 1}, {0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}};
    QVERIFY(tracks.cells == expected);
}

void TstViewLayouts::ribbonsHaveOneScale()
{
    std::vector<RibbonExtent> extents(3);
    extents[0] = {2, 1, 300, 451, 3, 80, 0};
    extents[1] = {2, 1, 300, 451, 16, 90, 60};
    extents[2] = {2, 1, 150, 225, 16, 90, 80};
    const RibbonLayout layout = layoutRibbon(extents, {1254, 108});
    QCOMPARE(layout.columns[0].face.size(), QSize(87, 58));
    QCOMPARE(layout.columns[2].face.size(), QSize(44, 29));
    QCOMPARE(layout.columns[0].sheets, 2);
    QCOMPARE(layout.columns[1].sheets, 4);
    // Face and sheets together are centred on one line.
    for (const RibbonColumn &column : layout.columns) {
        const int middle =
            (column.face.top() - column.sheets * RibbonLayout::kSheetStep + column.face.bottom()) /
            2;
        QVERIFY(std::abs(middle - 41) <= 1);
    }
    QVERIFY(layout.columns[0].arrow.isNull());
    QCOMPARE(layout.columns[1].arrow.width(), layout.columns[2].arrow.width());
    const RibbonLayout compact = layoutRibbon(extents, {1024, 72});
    QCOMPARE(compact.columns[0].face.height(), 34);
    QVERIFY(!compact.showsArrowText);
    QCOMPARE(layoutRibbon(extents, {2560, 132}).columns[0].face.height(), 78);
}

void TstViewLayouts::ribbonsCountSheets_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<int>("sheets");
    QTest::newRow("one channel") << qint64(1) << 0;
    QTest::newRow("red, green, blue") << qint64(3) << 2;
    QTest::newRow("a power of two") << qint64(16) << 4;
    QTest::newRow("one more than a power of two") << qint64(17) << 5;
    QTest::newRow("more than is drawn") << (qint64(1) << 40) << 6;
}

void TstViewLayouts::ribbonsCountSheets()
{
    QFETCH(const qint64, count);
    QFETCH(const int, sheets);
    QCOMPARE(ribbonSheets(count), sheets);
}

void TstViewLayouts::ribbonsMarkWhatIsNotToScale()
{
    std::vector<RibbonExtent> extents(3);
    extents[0] = {2, 1, 300, 451, 3, 80, 0};
    extents[1] = {2, 1, 9, 14, 24, 70, 60};
    extents[2] = {0, 1, 0, 0, 1, 65, 60};
    const RibbonLayout layout = layoutRibbon(extents, {1000, 108});
    QCOMPARE(layout.columns[1].face.size(), QSize(6, 6));
    QVERIFY(layout.columns[1].isDotted);
    QVERIFY(!layout.columns[0].isDotted);
    QCOMPARE(layout.columns[2].face.size(), QSize(44, 30));
    // A sequence is as high as a line needs, as long as its scale says.
    std::vector<RibbonExtent> sequence(2);
    sequence[0] = {1, 1, 1, 451, 3, 40, 0};
    sequence[1] = {1, 1, 1, 222, 4, 40, 60};
    const RibbonLayout lines = layoutRibbon(sequence, {1000, 108});
    QCOMPARE(lines.columns[0].face.size(), QSize(108, 30));
    QCOMPARE(lines.columns[1].face.width(), 53);
}

void TstViewLayouts::ribbonsGrowBeyondTheWindow()
{
    const std::vector<RibbonExtent> extents(40, RibbonExtent{2, 1, 300, 451, 16, 90, 120});
    const RibbonLayout layout = layoutRibbon(extents, {1440, 108});
    QVERIFY(layout.contentWidth > 1440);
    for (std::size_t i = 1; i < layout.columns.size(); ++i) {
        QVERIFY(layout.columns[i].arrow.width() >= 120);
        QVERIFY(layout.columns[i].arrow.left() > layout.columns[i - 1].column.right());
        QVERIFY(layout.columns[i].column.left() > layout.columns[i].arrow.right());
    }
    QVERIFY(layoutRibbon({}, {1440, 108}).columns.empty());
}

void TstViewLayouts::volumesShareOneScale()
{
    const VolumeExtent extent{24, 110, 92};
    const VolumeLayout layout = VolumeLayout::of(extent, {618, 454}, 1, 15);
    QCOMPARE(layout.scale, 3.0);
    QCOMPARE(layout.slicePlane.size(), QSize(276, 330));
    QCOMPARE(layout.columnPlane.size(), QSize(72, 330));
    QCOMPARE(layout.rowPlane.size(), QSize(276, 72));
    QVERIFY(!layout.largest.isNull());
    QVERIFY(QRect(0, 0, 618, 454).contains(layout.rowPlane));
    QVERIFY(QRect(0, 0, 618, 454).contains(layout.largest));
    // A narrow panel gives the planes all the room.
    QVERIFY(VolumeLayout::of(extent, {320, 454}, 1, 15).largest.isNull());
}

void TstViewLayouts::volumesFindTheCursor()
{
    const VolumeExtent extent{24, 110, 92};
    const VolumeLayout layout = VolumeLayout::of(extent, {618, 454}, 1, 15);
    const VolumeCursor before{11, 54, 64};
    const auto inSlice =
        layout.cursorAt(layout.slicePlane.topLeft() + QPoint(30, 60), before, extent);
    QCOMPARE(inSlice.value(), (VolumeCursor{11, 20, 10}));
    const auto inColumn =
        layout.cursorAt(layout.columnPlane.topLeft() + QPoint(30, 60), before, extent);
    QCOMPARE(inColumn.value(), (VolumeCursor{10, 20, 64}));
    const auto inRow = layout.cursorAt(layout.rowPlane.topLeft() + QPoint(30, 60), before, extent);
    QCOMPARE(inRow.value(), (VolumeCursor{20, 54, 10}));
    QVERIFY(!layout.cursorAt({2, 2}, before, extent));
}

void TstViewLayouts::axesLeaveOutTheMiddle()
{
    QCOMPARE(shownCells(4, 10), (std::vector<std::int64_t>{0, 1, 2, 3}));
    QCOMPARE(shownCells(100, 6), (std::vector<std::int64_t>{0, 1, -1, 97, 98, 99}));
    QCOMPARE(shownCells(1'000'000'000, 3).size(), std::size_t(3));
    QVERIFY(shownCells(0, 5).empty());
}

void TstViewLayouts::ticksAreRound_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<std::vector<double>>("ticks");
    QTest::newRow("zero to one") << 0.0 << 1.0 << std::vector<double>{0, 0.5, 1};
    QTest::newRow("around zero") << -0.28 << 0.28 << std::vector<double>{-0.2, 0, 0.2};
    QTest::newRow("steps") << 0.0 << 450.0 << std::vector<double>{0, 200, 400};
    QTest::newRow("nothing between") << 1.0 << 1.0 << std::vector<double>{};
    QTest::newRow("not finite") << 0.0 << std::numeric_limits<double>::infinity()
                                << std::vector<double>{};
}

void TstViewLayouts::ticksAreRound()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const std::vector<double>, ticks);
    const std::vector<double> found = plotTicks(low, high, 4);
    QCOMPARE(found.size(), ticks.size());
    for (std::size_t i = 0; i < ticks.size(); ++i)
        QVERIFY(std::abs(found[i] - ticks[i]) < 1e-9);
}

void TstViewLayouts::envelopesKeepTheExtremes()
{
    std::vector<float> values(10000, 0.5F);
    values[4321] = 9;
    values[8765] = -7;
    values[17] = std::numeric_limits<float>::quiet_NaN();
    const LineEnvelope line = LineEnvelope::of(values, 100);
    QCOMPARE(line.low.size(), std::size_t(100));
    QVERIFY(!line.isExact());
    QCOMPARE(line.limits(), (std::pair<float, float>(-7, 9)));
    const LineEnvelope exact = LineEnvelope::of(std::span<const float>(values).first(8));
    QVERIFY(exact.isExact());
    const Plane plane = samples::plane(
        1, 100, [](std::int64_t, std::int64_t step) { return static_cast<float>(step); });
    const LineEnvelope part = LineEnvelope::ofRange(plane, 40, 50, 100);
    QCOMPARE(part.first, 40);
    QCOMPARE(part.limits(), (std::pair<float, float>(40, 49)));
}

void TstViewLayouts::tagsNeverCoverTheCell()
{
    const QRect bounds(4, 4, 608, 448);
    const QSize tag(160, 21);
    for (const QPoint corner :
         {QPoint(10, 10), QPoint(590, 10), QPoint(10, 430), QPoint(590, 430), QPoint(300, 200)}) {
        const QRect cell(corner, QSize(9, 9));
        const QRect placed = tagRect(tag, cell, bounds);
        QVERIFY(!placed.intersects(cell));
        QVERIFY(bounds.contains(placed));
    }
}

QTEST_MAIN(TstViewLayouts)
#include "tst_view_layouts.moc"
