// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Cells, kernels and maps of the Weights page by themselves: how large, how many digits, what a
// paint reads.
#include "layers/initializers.h"
#include "pages/weights/cell_digits.h"
#include "pages/weights/live_maps.h"
#include "pages/weights/weight_cells.h"
#include "pages/weights/weight_names.h"
#include "pages/weights/weight_overview.h"
#include "support/window_look.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstWeightViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void digitsTakeTheRoomThereIs_data();
    void digitsTakeTheRoomThereIs();
    void fieldsShowFewDigits();
    void cellsShrinkUntilTheyScroll_data();
    void cellsShrinkUntilTheyScroll();
    void aPaintReadsWhatIsVisible();
    void pointsAreCells();
    void startValuesSayHowFarTheyReach();
    void beforeAndNowShareARange();
    void sequencesAreLines();

private:
    std::unique_ptr<WindowLook> m_look;
};

void TstWeightViews::digitsTakeTheRoomThereIs_data()
{
    QTest::addColumn<float>("value");
    QTest::addColumn<int>("characters");
    QTest::addColumn<QString>("expected");
    QTest::newRow("three decimals") << 0.10849F << 6 << u"+0.108"_s;
    QTest::newRow("a true minus") << -0.5F << 6 << u"−0.500"_s;
    QTest::newRow("more room is not used") << 0.10849F << 12 << u"+0.108"_s;
    QTest::newRow("two decimals") << 0.10849F << 5 << u"+0.11"_s;
    QTest::newRow("one decimal") << 0.16F << 4 << u"+0.2"_s;
    QTest::newRow("whole numbers") << 1234.4F << 6 << u"+1234"_s;
    QTest::newRow("rounding makes it longer") << 9.9996F << 6 << u"+10.00"_s;
    QTest::newRow("large") << 2.5e7F << 6 << u"+3e7"_s;
    QTest::newRow("small") << -2e-6F << 6 << u"−2e−6"_s;
    QTest::newRow("zero") << 0.0F << 6 << u"+0.000"_s;
    QTest::newRow("minus zero") << -0.0F << 6 << u"+0.000"_s;
    QTest::newRow("no room") << 0.5F << 2 << QString();
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity() << 6 << u"+∞"_s;
}

void TstWeightViews::digitsTakeTheRoomThereIs()
{
    QFETCH(float, value);
    QFETCH(int, characters);
    QFETCH(QString, expected);
    QCOMPARE(cellDigits(value, characters), expected);
    QVERIFY(cellDigits(value, characters).size() <= characters);
}

void TstWeightViews::fieldsShowFewDigits()
{
    QCOMPARE(shortest(0.1F), 0.1);
    QCOMPARE(shortest(-3.0F), -3.0);
    for (const float value : {0.0792799965F, 1e-30F, 16777216.0F})
        QCOMPARE(static_cast<float>(shortest(value)), value);
}

void TstWeightViews::cellsShrinkUntilTheyScroll_data()
{
    QTest::addColumn<int>("cells");
    QTest::addColumn<bool>("isTable");
    QTest::addColumn<int>("pitch");
    QTest::newRow("3 × 3") << 3 << false << 58;
    QTest::newRow("5 × 5") << 5 << false << 58;
    QTest::newRow("7 × 7") << 7 << false << 42;
    QTest::newRow("11 × 11") << 11 << false << 27;
    QTest::newRow("25 × 25 scrolls") << 25 << false << 58;
    QTest::newRow("a table keeps its digits") << 25 << true << 58;
}

void TstWeightViews::cellsShrinkUntilTheyScroll()
{
    QFETCH(int, cells);
    QFETCH(bool, isTable);
    QFETCH(int, pitch);
    WeightCells view;
    CellSheet sheet;
    sheet.rows = sheet.columns = cells;
    sheet.value = [](std::int64_t, std::int64_t) { return 0.5F; };
    if (isTable)
        sheet.rowHead = [](std::int64_t row) { return QString::number(row); };
    view.setSheet(sheet);
    view.resize(300, 300);
    view.show();
    QCOMPARE(view.pitch(), pitch);
    // The current cell comes into sight.
    view.setCurrent({cells - 1, cells - 1});
    QVERIFY(view.viewport()->rect().contains(view.cellRect(view.current()).center()));
}

void TstWeightViews::aPaintReadsWhatIsVisible()
{
    int reads = 0;
    CellSheet sheet;
    sheet.rows = 25088;
    sheet.columns = 4096;
    sheet.value = [&](std::int64_t row, std::int64_t column) {
        ++reads;
        return static_cast<float>(std::sin(double(row * 4096 + column)));
    };
    sheet.rowHead = [](std::int64_t row) { return QString::number(row); };
    WeightCells cells;
    cells.resize(320, 300);
    cells.show();
    cells.setSheet(sheet);
    cells.setCurrent({20000, 3000});
    reads = 0;
    QVERIFY(!cells.grab().isNull());
    QVERIFY2(reads > 10 && reads < 200, qPrintable(QString::number(reads)));
    QVERIFY(cells.spoken({20000, 3000}).size() > 4);

    OverviewSheet all;
    all.filters = 4096;
    all.channels = 25088;
    all.value = [&](const WeightPlace &place) {
        ++reads;
        return static_cast<float>(place.filter);
    };
    all.channelName = [](std::int64_t channel) { return QString::number(channel); };
    all.reach = [](std::int64_t) { return 4096.0; };
    WeightOverview overview;
    overview.resize(800, 150);
    overview.show();
    overview.setSheet(all);
    overview.setCurrent({4000, 25000});
    QVERIFY(overview.viewport()->rect().contains(overview.tileRect({4000, 25000}).center()));
    reads = 0;
    QVERIFY(!overview.grab().isNull());
    QVERIFY2(reads > 50 && reads < 2000, qPrintable(QString::number(reads)));
}

void TstWeightViews::pointsAreCells()
{
    WeightCells view;
    view.resize(300, 300);
    view.show();
    CellSheet sheet;
    sheet.rows = sheet.columns = 5;
    sheet.value = [](std::int64_t, std::int64_t) { return 0.5F; };
    view.setSheet(sheet);
    for (std::int64_t row = 0; row < 5; ++row)
        for (std::int64_t column = 0; column < 5; ++column)
            QVERIFY(view.cellAt(view.cellRect({row, column}).center()) == (SheetCell{row, column}));
    QVERIFY(!view.cellAt({297, 10}));
    WeightOverview overview;
    overview.resize(600, 140);
    overview.show();
    OverviewSheet all;
    all.filters = 8;
    all.channels = 3;
    all.kernel = {1, 3, 3};
    all.value = [](const WeightPlace &) { return 0.5F; };
    all.reach = [](std::int64_t) { return 1.0; };
    overview.setSheet(all);
    QVERIFY(overview.tileAt(overview.tileRect({7, 2}).center()) == (OverviewTile{7, 2}));
    QCOMPARE(overview.spoken({7, 2}), u"filter 7"_s);
}

void TstWeightViews::startValuesSayHowFarTheyReach()
{
    WeightSpec spec;
    spec.name = "kernel";
    spec.shape = {5, 5, 3, 16};
    spec.initializer = initializers().make("glorot_uniform");
    QCOMPARE(startNote(spec), u"limit √(6 ÷ (75 + 400)) ≈ 0.1124"_s);
    spec.initializer = initializers().make("he_normal");
    QCOMPARE(startNote(spec), u"deviation √(2 ÷ 75) ≈ 0.1633"_s);
    spec.initializer = initializers().make("zeros");
    QVERIFY(startNote(spec).isEmpty());
}

void TstWeightViews::beforeAndNowShareARange()
{
    LiveMapRequest request;
    request.before = Tensor::of({1, 2, 2, 1}, std::vector<float>{0, 1, 2, 3});
    request.now = Tensor::of({1, 2, 2, 1}, std::vector<float>{0, 1, 2, 9});
    const LiveMaps maps = drawLiveMaps(request);
    QVERIFY(maps.hasBefore);
    QVERIFY(maps.range.high > 8.9F);
    QCOMPARE(maps.before.picture().pixel(0, 0), maps.now.picture().pixel(0, 0));
    QVERIFY(maps.before.picture().pixel(1, 1) != maps.now.picture().pixel(1, 1));
    QVERIFY(maps.differenceRange == (ValueRange{-6, 6}));
    // Another shape is another layer: there is nothing to compare with.
    request.before = Tensor::of({1, 1, 4, 1}, std::vector<float>{0, 1, 2, 3});
    QVERIFY(!drawLiveMaps(request).hasBefore);
}

void TstWeightViews::sequencesAreLines()
{
    LiveMapRequest request;
    request.before = Tensor::of({1, 4, 1}, std::vector<float>{0, 1, 2, 3});
    request.now = Tensor::of({1, 4, 1}, std::vector<float>{0, 5, 2, -3});
    const LiveMaps maps = drawLiveMaps(request);
    QVERIFY(maps.isLine);
    QVERIFY(maps.range.low <= -3 && maps.range.high >= 5);
    QCOMPARE(maps.nowLine.length, 4);
    QCOMPARE(maps.beforeLine.length, 4);
}

QTEST_MAIN(TstWeightViews)
#include "tst_weight_views.moc"
