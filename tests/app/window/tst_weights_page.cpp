// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The Weights page in the real window: every kind of weight, and what it says where there is none.
#include "controls/quiet_spin_box.h"
#include "pages/weights/preset_bar.h"
#include "pages/weights/weight_tools.h"
#include "params/inspector.h"
#include "weights_window.h"
#include "window/actions/actions.h"

#include <QAccessible>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstWeightsPage : public WeightsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeLook(); }
    void init() { open(); }
    void cleanup() { close(); }
    void showsTheKernelOfTheMap();
    void choosingAFilterLooksAtItsMap();
    void layersWithoutWeightsSaySo();
    void problemPagesStandInItsPlace();
    void everyKindOfWeightIsShown_data();
    void everyKindOfWeightIsShown();
    void screenReadersReadCells();
    void theInspectorHasItsTab();
    void actionsAreThePages();
    void aLargeMatrixIsEditedAtOnce();
    void depthwiseChannelsStandAcross();
    void aSingleValueHasNoPresets();
    void extentsAreNeverCut();
    void theSumIsNeverCut();
};

void TstWeightsPage::showsTheKernelOfTheMap()
{
    const std::vector<Tensor> weights = document()->model().layer(0).storedWeights();
    const OverviewSheet &overview = views().overview->sheet();
    QCOMPARE(overview.filters, weights[0].extent(-1));
    QCOMPARE(overview.channels, weights[0].extent(-2));
    QCOMPARE(views().cells->sheet().rows, weights[0].extent(0));
    const WeightPlace place{.filter = 3, .channel = 1};
    presenter()->goTo(place);
    QCOMPARE(cell(1, 2), stored(0, 0, {3, 1, 0, 1, 2}));
    QVERIFY(views().kernelTitle->text().startsWith(u"Filter 3"_s));
    QCOMPARE(m_window->selection()->lookedAt().channel, 3);
    QVERIFY(settle());
    QCOMPARE(views().map->maps()->request.channel, 3);
    // Another page looks at another map.
    m_window->selection()->look({5});
    QCOMPARE(presenter()->place().filter, 5);
}

void TstWeightsPage::choosingAFilterLooksAtItsMap()
{
    QTest::mouseClick(views().overview->viewport(), Qt::LeftButton, {},
                      views().overview->tileRect({7, 2}).center());
    QCOMPARE(presenter()->place().filter, 7);
    QCOMPARE(presenter()->place().channel, 2);
    QCOMPARE(m_window->selection()->lookedAt().channel, 7);
    QTest::keyClick(views().overview, Qt::Key_Left);
    QCOMPARE(presenter()->place().filter, 6);
}

void TstWeightsPage::layersWithoutWeightsSaySo()
{
    m_window->selection()->selectLayer(1);
    QVERIFY(settle());
    QVERIFY2(page()->sentence().startsWith(u"MaxPooling2D has no weights"_s),
             qPrintable(page()->sentence()));
    presenter()->transform(WeightOperation::Zero, 0);
    presenter()->applyPreset({}, false);
    presenter()->copy();
    presenter()->paste();
    QCOMPARE(steps(), 0);
    m_window->selection()->selectLayer(-1);
    QVERIFY(page()->sentence().startsWith(u"The input has no weights"_s));
    m_window->selection()->selectLayer(0);
    QVERIFY(page()->sentence().isEmpty());
}

void TstWeightsPage::problemPagesStandInItsPlace()
{
    document()->setArgument(1, "pool_size", IntList{301, 2}, false);
    QVERIFY(settle());
    m_window->selection()->selectLayer(1);
    QVERIFY(!m_window->centre()->showsPage());
    m_window->selection()->selectLayer(3);
    QVERIFY(!m_window->centre()->showsPage());
    m_window->selection()->selectLayer(0);
    QVERIFY(m_window->centre()->showsPage());
    click({0, 0});
    QTest::keyClicks(views().cells, u"3"_s);
    QCOMPARE(cell(0, 0), 3.0F);
}

void TstWeightsPage::everyKindOfWeightIsShown_data()
{
    QTest::addColumn<std::string>("className");
    QTest::addColumn<Extents>("input");
    QTest::addColumn<QStringList>("weights");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    const auto row = [](const char *name, Extents input, QStringList weights, int rows,
                        int columns) {
        QTest::newRow(name) << std::string(name) << std::move(input) << std::move(weights) << rows
                            << columns;
    };
    row("Dense", {1, 12}, {u"kernel"_s, u"bias"_s}, 12, 8);
    row("BatchNormalization", {1, 8, 8, 5}, {u"statistics"_s}, 4, 5);
    row("DepthwiseConv2D", {1, 9, 9, 4}, {u"depthwise_kernel"_s, u"bias"_s}, 3, 3);
    row("SeparableConv2D", {1, 9, 9, 4}, {u"depthwise_kernel"_s, u"pointwise_kernel"_s, u"bias"_s},
        3, 3);
    row("Conv2DTranspose", {1, 9, 9, 4}, {u"kernel"_s, u"bias"_s}, 3, 3);
    row("Conv1D", {1, 40, 3}, {u"kernel"_s, u"bias"_s}, 1, 3);
    row("Conv3D", {1, 6, 7, 8, 2}, {u"kernel"_s, u"bias"_s}, 3, 3);
    row("PReLU", {1, 6, 7, 3}, {u"alpha"_s}, 6, 7);
}

void TstWeightsPage::everyKindOfWeightIsShown()
{
    QFETCH(std::string, className);
    QFETCH(Extents, input);
    QFETCH(QStringList, weights);
    QFETCH(int, rows);
    QFETCH(int, columns);
    showOnly(className, input);
    QVERIFY2(page()->sentence().isEmpty(), qPrintable(page()->sentence()));
    QStringList tabs;
    for (int i = 0; i < views().weights->count(); ++i)
        tabs << views().weights->tabText(i);
    QCOMPARE(tabs, weights);
    QCOMPARE(views().cells->sheet().rows, rows);
    QCOMPARE(views().cells->sheet().columns, columns);
    // Each is edited, and its map follows.
    for (int entry = 0; entry < tabs.size(); ++entry) {
        views().weights->setCurrentIndex(entry);
        QVERIFY(settle());
        const Tensor before = m_window->results()->at(0)->result.output;
        const int step = steps();
        views().cells->setCurrent({0, 1});
        views().cells->setFocus();
        QTest::keyClicks(views().cells, u"3"_s);
        QTest::keyClick(views().cells->field(), Qt::Key_Return);
        QCOMPARE(cell(0, 1), 3.0F);
        QCOMPARE(steps(), step + 1);
        QVERIFY(settle());
        QCOMPARE(cell(0, 1), 3.0F);
        QVERIFY(!(m_window->results()->at(0)->result.output == before));
        QVERIFY(views().map->maps() != nullptr);
        QVERIFY(presenter()->statistics() != nullptr);
        QVERIFY(!page()->grab().isNull());
        document()->undoStack()->undo();
        QVERIFY(settle());
        QVERIFY(m_window->results()->at(0)->result.output == before);
    }
}

void TstWeightsPage::screenReadersReadCells()
{
    QAccessibleInterface *cells = QAccessible::queryAccessibleInterface(views().cells);
    QVERIFY(cells != nullptr);
    QCOMPARE(cells->childCount(),
             int(views().cells->sheet().rows * views().cells->sheet().columns));
    const auto columns = int(views().cells->sheet().columns);
    const QString name = cells->child(columns + 2)->text(QAccessible::Name);
    QVERIFY2(name.startsWith(u"row 1, column 2, "_s), qPrintable(name));
    QAccessibleInterface *kernels = QAccessible::queryAccessibleInterface(views().overview);
    QVERIFY(kernels != nullptr);
    QVERIFY(kernels->child(3)->text(QAccessible::Name).startsWith(u"filter 3, "_s));
}

void TstWeightsPage::theInspectorHasItsTab()
{
    auto *tabs = m_window->inspector()->findChild<SegmentedTabs *>();
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Weights"_s);
    QVERIFY(views().facts->isVisible());
    m_window->centre()->setCurrent(m_window->centre()->pages().front());
    QCOMPARE(tabs->count(), 2);
    QVERIFY(!views().facts->isVisible());
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Arguments"_s);
    m_window->centre()->setCurrent(page());
    QVERIFY(views().facts->isVisible());
}

void TstWeightsPage::actionsAreThePages()
{
    const int before = steps();
    m_window->actions()->action(u"weights.turn"_s)->trigger();
    QCOMPARE(steps(), before + 1);
    m_window->actions()->action(u"weights.zero"_s)->trigger();
    QCOMPARE(cell(0, 0), 0.0F);
    m_window->actions()->action(u"weights.draw"_s)->trigger();
    QVERIFY(settle());
    QCOMPARE(steps(), before + 3);
}

void TstWeightsPage::aLargeMatrixIsEditedAtOnce()
{
    // 16 MiB: more than is copied on the window's thread.
    showOnly("Dense", {1, 2048}, {{"units", std::int64_t{2048}}});
    QCOMPARE(views().cells->sheet().rows, 2048);
    views().cells->setCurrent({1000, 1500});
    views().cells->setFocus();
    QTest::keyClicks(views().cells, u"2"_s);
    // Known before a run has brought it.
    QCOMPARE(cell(1000, 1500), 2.0F);
    QTest::keyClick(views().cells->field(), Qt::Key_Return);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(views().cells, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(settle());
    QCOMPARE(cell(1000, 1500), 2.0F);
    QCOMPARE(steps(), 2);
    document()->undoStack()->undo();
    document()->undoStack()->undo();
    QVERIFY(settle());
    QVERIFY(cell(1000, 1500) != 2.0F);
}

void TstWeightsPage::depthwiseChannelsStandAcross()
{
    showOnly("DepthwiseConv2D", {1, 9, 9, 6}, {{"depth_multiplier", std::int64_t{2}}});
    WeightOverview *overview = views().overview;
    QCOMPARE(overview->sheet().filters, 6);
    QCOMPARE(overview->sheet().channels, 2);
    QCOMPARE(overview->spoken({4, 1}), u"channel 4, filter 1"_s);
    // The kernel of channel 4 and multiplier 1 makes map 4·2 + 1.
    QTest::mouseClick(overview->viewport(), Qt::LeftButton, {},
                      overview->tileRect({4, 1}).center());
    QCOMPARE(presenter()->place().channel, 4);
    QCOMPARE(presenter()->place().filter, 1);
    QVERIFY(settle());
    QCOMPARE(m_window->selection()->lookedAt().channel, 9);
    QVERIFY(overview->current() == (OverviewTile{4, 1}));
    // All of it is in sight.
    QVERIFY(overview->viewport()->rect().contains(overview->tileRect({5, 1})));
}

void TstWeightsPage::aSingleValueHasNoPresets()
{
    // The first layer that the page ever shows.
    PresetBar bar;
    bar.setKernel({});
    QVERIFY(!bar.tile(KernelShape::Gaussian)->isEnabled());
    bar.setKernel({.rows = 3, .columns = 3});
    QVERIFY(bar.tile(KernelShape::Gaussian)->isEnabled());
}

void TstWeightsPage::extentsAreNeverCut()
{
    m_window->resize(1024, 700);
    showOnly("Conv3D", {1, 6, 7, 8, 2},
             {{"filters", std::int64_t{30}}, {"kernel_size", IntList{3, 3, 3}}});
    QVERIFY(views().shape->width() >= views().shape->sizeHint().width());
    // Rows are whole: the next one does not show its edge.
    showOnly("Conv2D", {1, 9, 9, 8}, {{"filters", std::int64_t{300}}});
    const WeightOverview *overview = views().overview;
    QVERIFY(overview->sheet().channels > 3);
    const QImage seen = overview->viewport()->grab().toImage();
    const qreal ratio = seen.devicePixelRatio();
    const QRect fourth = overview->tileRect({1, 3});
    const QColor at =
        seen.pixelColor((QPointF(fourth.center().x(), fourth.top() + 2) * ratio).toPoint());
    const QColor empty = seen.pixelColor((QPointF(2, fourth.top() + 2) * ratio).toPoint());
    QCOMPARE(at, empty);
    m_window->resize(1440, 900);
}

void TstWeightsPage::theSumIsNeverCut()
{
    m_window->resize(1024, 700);
    QVERIFY(settle());
    for (const double sum : {-1.23456789e-9, 0.25, -12345.678, 3.0e-17}) {
        views().tools->setSum(sum);
        for (const TokenLabel *label : views().tools->findChildren<TokenLabel *>()) {
            if (label->text().startsWith(u"sum"_s))
                QVERIFY2(label->mapTo(views().tools, QPoint(label->sizeHint().width(), 0)).x() <=
                             views().tools->width(),
                         qPrintable(label->text()));
        }
    }
    m_window->resize(1440, 900);
}

QTEST_MAIN(TstWeightsPage)
#include "tst_weights_page.moc"
