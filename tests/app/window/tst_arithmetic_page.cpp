// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// The Arithmetic page in the real window: what is pointed at is followed, what is printed adds up,
// and it stays quick.
#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "evaluation/layer_results.h"
#include "explain/axis_links.h"
#include "explaining/explanation_words.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/product_tiles.h"
#include "pages/arithmetic/tap_colours.h"
#include "pages/arithmetic/term_list_view.h"
#include "pages/arithmetic/transport.h"
#include "pages/explore/explore_page.h"
#include "support/pinned_cell.h"
#include "support/window_look.h"
#include "views/channel_bars_view.h"
#include "views/feature_map_view.h"
#include "views/message_page.h"
#include "views/sum_table.h"
#include "window/frame/main_window.h"

#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QMouseEvent>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <ctime>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Grid = ArithmeticView::Grid;
using Place = ArithmeticView::Place;

/// A stack without places at its end, in Keras' own words.
const QByteArray kDense =
    R"({"class_name": "Sequential", "config": {"name": "s", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 8, 8, 3]}},
        {"class_name": "Conv2D", "config": {"name": "c", "filters": 4, "kernel_size": [3, 3]}},
        {"class_name": "Flatten", "config": {"name": "f"}},
        {"class_name": "Dense", "config": {"name": "d", "units": 5, "activation": "softmax"}}]}})";

} // namespace

class TstArithmeticPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_window.reset(); }

    void showsTheCellPinnedOnExplore();
    void pointingAtAnOutputCellShowsItsWindow();
    void aClickPinsIt();
    void anInputCellShowsWhatItFeeds();
    void aWeightBecomesTheProductAtHand();
    void keysWalkThroughTheGrids();
    void playingGoesOnInScanOrder();
    void theScrubberReachesEveryCell();
    void channelsAreChosenByBarAndKey();
    void printedNumbersAddUp();
    void theCopiedSumHasAllDigits();
    void scatterAndCoverage();
    void separableHasTwoStages();
    void layersWithoutPlaces();
    void sentencesWhereThereIsNothing();
    void screenReadersHearCells();
    void followsEdits();
    void hoverIsQuick();

private:
    void settle();
    void select(const char *layer, std::vector<std::int64_t> place, std::int64_t channel);
    [[nodiscard]] ArithmeticPage *page() const { return m_window->page<ArithmeticPage>(); }
    [[nodiscard]] ArithmeticView *view() const { return page()->view(); }
    [[nodiscard]] QPoint centreOf(const Place &place) const
    {
        return view()->rectOf(place).value_or(QRect()).center();
    }
    void hover(const Place &place) { QTest::mouseMove(view(), centreOf(place)); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TstArithmeticPage::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
}

void TstArithmeticPage::init()
{
    if (!m_window) {
        m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
        m_window->results()->setLimits(RunLimits::none());
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openFirstLook();
        settle();
        m_window->centre()->setCurrent(page());
    }
    QTest::mouseMove(view(), QPoint(4, 4));
    select("conv2d_1", {74, 110}, 27);
}

void TstArithmeticPage::settle()
{
    QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000));
}

void TstArithmeticPage::select(const char *layer, std::vector<std::int64_t> place,
                               std::int64_t channel)
{
    Selection *selection = m_window->selection();
    selection->selectLayer(m_window->document()->model().indexOf(layer));
    pinCell(*selection, std::move(place), channel);
    settle();
}

void TstArithmeticPage::showsTheCellPinnedOnExplore()
{
    m_window->centre()->setCurrent(m_window->page<ExplorePage>());
    settle();
    FeatureMapView *map = m_window->page<ExplorePage>()->panel()->map();
    QCOMPARE(map->pinnedCell(), std::optional(MapCell{74, 110}));
    map->pin({20, 30});
    m_window->centre()->setCurrent(page());
    settle();
    QCOMPARE(view()->scene().cell, (std::vector<std::int64_t>{20, 30}));
    const Explanation *told = page()->explainer()->explanation();
    QVERIFY(told != nullptr);
    QCOMPARE(told->cell, (Extents{20, 30, 27}));
    QVERIFY(std::abs(told->difference()) < 1e-4);
}

void TstArithmeticPage::pointingAtAnOutputCellShowsItsWindow()
{
    const QRect lens = view()->layoutInUse().input.rect;
    hover({Grid::Output, 72, 109});
    QCOMPARE(view()->scene().cell, (std::vector<std::int64_t>{72, 109}));
    QCOMPARE(page()->explainer()->explanation()->cell, (Extents{72, 109, 27}));
    // Lenses follow the pinned cell alone.
    QCOMPARE(view()->layoutInUse().input.rect, lens);
    QCOMPARE(view()->scene().pinned, (std::vector<std::int64_t>{74, 110}));
    QCOMPARE(view()->scene().touches.front().row, 144);
    QTest::mouseMove(view(), QPoint(4, 4));
    QCOMPARE(view()->scene().cell, (std::vector<std::int64_t>{74, 110}));
}

void TstArithmeticPage::aClickPinsIt()
{
    QTest::mouseClick(view(), Qt::LeftButton, {}, centreOf({Grid::Output, 72, 109}));
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{72, 109}}));
    QCOMPARE(view()->scene().pinned, (std::vector<std::int64_t>{72, 109}));
}

void TstArithmeticPage::anInputCellShowsWhatItFeeds()
{
    const QImage before = view()->grab().toImage();
    hover({Grid::Input, 146, 221});
    QCOMPARE(view()->pointedAt(), (Place{Grid::Input, 146, 221}));
    const QImage after = view()->grab().toImage();
    QVERIFY(before != after);
    // Every output cell that reads it is framed in the colour of its weight.
    const AxisMap &rows = view()->scene().axes[0];
    const AxisMap &columns = view()->scene().axes[1];
    int framed = 0;
    for (const AxisLink &row : linksOfInput(rows, 146)) {
        for (const AxisLink &column : linksOfInput(columns, 221)) {
            const auto rect = view()->rectOf({Grid::Output, row.output, column.output});
            if (!rect)
                continue;
            const qreal ratio = after.devicePixelRatio();
            const QColor edge =
                after.pixelColor(QPoint(rect->left() + 1, rect->center().y()) * ratio);
            QCOMPARE(edge.rgb(),
                     tapColour(static_cast<int>(row.tap), static_cast<int>(column.tap), 3).rgb());
            ++framed;
        }
    }
    QVERIFY(framed >= 2);
    // A click keeps it.
    QTest::mouseClick(view(), Qt::LeftButton, {}, centreOf({Grid::Input, 146, 221}));
    QTest::mouseMove(view(), QPoint(4, 4));
    QCOMPARE(view()->pointedAt(), (Place{Grid::Input, 146, 221}));
}

void TstArithmeticPage::aWeightBecomesTheProductAtHand()
{
    hover({Grid::Kernel, 2, 1});
    QCOMPARE(view()->tap(), 7);
    QCOMPARE(page()->tiles()->tap(), 7);
    hover({Grid::Input, 148, 219});
    QCOMPARE(page()->tiles()->tap(), 0);
    QTest::mouseMove(page()->tiles()->viewport(), page()->tiles()->tileRect(5).center());
    QCOMPARE(view()->tap(), 5);
}

void TstArithmeticPage::keysWalkThroughTheGrids()
{
    QTest::mouseClick(view(), Qt::LeftButton, {}, centreOf({Grid::Output, 74, 110}));
    QTest::mouseMove(view(), QPoint(4, 4));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Left);
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{74, 109}}));
    QTest::keyClick(view(), Qt::Key_Up, Qt::ShiftModifier);
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{64, 109}}));
    QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier);
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{74, 112}}));

    QTest::keyClick(view(), Qt::Key_Tab);
    QCOMPARE(view()->walkedGrid(), Grid::Input);
    const Place before = view()->pointedAt();
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(view()->pointedAt().row, before.row - 1);
    QTest::keyClick(view(), Qt::Key_Tab);
    QCOMPARE(view()->walkedGrid(), Grid::Kernel);
    QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(view()->tap(), 0);
    QTest::keyClick(view(), Qt::Key_Tab);
    QVERIFY(!view()->hasFocus());

    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Enter);
    settle();
    QVERIFY(!m_window->selection()->pinned());
}

void TstArithmeticPage::playingGoesOnInScanOrder()
{
    page()->transport()->setCellsPerSecond(4);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Space);
    QVERIFY(page()->transport()->isPlaying());
    // Behind the last column comes the next row; behind the last cell the first.
    QTRY_COMPARE_WITH_TIMEOUT(m_window->selection()->pinned()->place,
                              (std::vector<std::int64_t>{0, 0}), 5000);
    QTest::keyClick(view(), Qt::Key_Space);
    QVERIFY(!page()->transport()->isPlaying());
    select("conv2d_1", {3, 112}, 27);
    QTest::keyClick(view(), Qt::Key_Period);
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{4, 0}}));
    QTest::keyClick(view(), Qt::Key_Comma);
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{3, 112}}));
}

void TstArithmeticPage::theScrubberReachesEveryCell()
{
    Q_EMIT page()->transport()->moved(0);
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{0, 0}}));
    Q_EMIT page()->transport()->moved(75 * 113 - 1);
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{74, 112}}));
}

void TstArithmeticPage::channelsAreChosenByBarAndKey()
{
    QCOMPARE(page()->bars()->bars().bars.size(), std::size_t(24));
    QTest::mouseClick(page()->bars(), Qt::LeftButton, {}, page()->bars()->barRect(20).center());
    QCOMPARE(page()->channel(), 20);
    QCOMPARE(view()->channelField()->value(), 20);
    QCOMPARE(view()->scene().kernelNote, u"[:, :, 20, 27]"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_BracketLeft);
    QCOMPARE(page()->channel(), 19);
    QTest::keyClick(view(), Qt::Key_BracketRight);
    QTest::keyClick(view(), Qt::Key_BracketRight);
    QCOMPARE(page()->channel(), 21);
    page()->chooseChannel(99);
    QCOMPARE(page()->channel(), 23);
}

void TstArithmeticPage::printedNumbersAddUp()
{
    const auto number = [](QString text) {
        text.replace(QChar(0x2212), u'-');
        return text.toDouble();
    };
    int exact = 0;
    for (std::int64_t column = 0; column < 113; column += 7) {
        select("conv2d_1", {74, column}, 27);
        const ProductsPicture &picture = page()->tiles()->picture();
        double sum = 0;
        for (const ProductTile &tile : picture.tiles)
            sum += number(tile.product);
        const bool isExact = picture.sign == u"="_s;
        QCOMPARE(std::abs(sum - number(picture.sum)) < 1e-9, isExact);
        exact += isExact ? 1 : 0;
    }
    QVERIFY(exact > 0);
    const Explanation &told = *page()->explainer()->explanation();
    QVERIFY(page()->sums()->rows().back().isResult);
    const QString note = page()->sums()->rows().back().note;
    const bool isSame = static_cast<float>(told.recomputed) == told.value;
    QCOMPARE(note.startsWith(u"equals the computed map"_s), isSame);
    QCOMPARE(note.endsWith(u"in float32"_s), isSame && told.difference() != 0);
}

void TstArithmeticPage::theCopiedSumHasAllDigits()
{
    page()->copyButton()->click();
    const QString text = QApplication::clipboard()->text();
    const Explanation &told = *page()->explainer()->explanation();
    QVERIFY(text.contains(allDigits(told.value)));
    for (const Term &term : told.stages.front().terms)
        QVERIFY(text.contains(allDigits(term.product)));
    page()->digitsButton()->click();
    QCOMPARE(page()->sums()->rows().back().value, allDigits(told.recomputed));
}

void TstArithmeticPage::scatterAndCoverage()
{
    select("conv2d_transpose", {20, 31}, 2);
    QVERIFY(page()->direction()->isVisible());
    QCOMPARE(view()->scene().touches.size(), std::size_t(4));
    QVERIFY(view()->scene().coverage.contains(u"1 to 4"_s));
    page()->direction()->setCurrentIndex(1);
    settle();
    QVERIFY(view()->scene().isScatter);
    QCOMPARE(view()->scene().touches.size(), std::size_t(16));
    QCOMPARE(page()->tiles()->picture().tiles.size(), std::size_t(16));
    // A click on another input cell scatters that one; the pinned cell stays.
    const auto from = view()->scene().cell;
    QTest::mouseClick(view(), Qt::LeftButton, {}, centreOf({Grid::Input, from[0] + 1, from[1]}));
    QCOMPARE(view()->scene().cell.front(), from[0] + 1);
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{20, 31}}));

    page()->direction()->setCurrentIndex(2);
    settle();
    const Plane &plane = page()->coverageMap()->plane();
    QCOMPARE(plane.rows, 150);
    QCOMPARE(plane.columns, 226);
    QCOMPARE(plane.at(0, 0), 1.0F);
    QCOMPARE(plane.at(0, 70), 2.0F);
    QCOMPARE(plane.at(70, 70), 4.0F);
    // A cell pinned there is the cell of all pages.
    page()->coverageMap()->pin({9, 8});
    settle();
    QCOMPARE(m_window->selection()->pinned(), std::optional(PinnedCell{{9, 8}}));
    page()->direction()->setCurrentIndex(0);
    select("conv2d_1", {74, 110}, 27);
    QVERIFY(!page()->direction()->isVisible());
}

void TstArithmeticPage::separableHasTwoStages()
{
    select("separable_conv2d", {20, 31}, 2);
    QVERIFY(view()->scene().second);
    QCOMPARE(page()->bars()->bars().bars.size(), std::size_t(16));
    const Explanation &told = *page()->explainer()->explanation();
    page()->chooseChannel(5);
    double sum = 0;
    for (const ChannelBars::Bar &bar : page()->bars()->bars().bars)
        sum += bar.value;
    QVERIFY(std::abs(sum - *told.stages.back().sum) < 1e-12);
    QCOMPARE(page()->tiles()->picture().tiles.size(), std::size_t(9));
}

void TstArithmeticPage::layersWithoutPlaces()
{
    const QString path = m_folder.filePath(u"dense.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kDense);
    file.close();
    m_window->open(path);
    settle();
    select("d", {3}, 0);
    QVERIFY(page()->terms()->isVisible());
    const TermsPicture &picture = page()->terms()->picture();
    QVERIFY(picture.hasWeights);
    QVERIFY(picture.rows.size() > 100);
    for (std::size_t i = 1; i < picture.rows.size(); ++i)
        QVERIFY(std::abs(picture.rows[i].share) <= std::abs(picture.rows[i - 1].share));
    page()->terms()->setFocus();
    QTest::keyClick(page()->terms(), Qt::Key_End);
    QCOMPARE(page()->terms()->current(), static_cast<int>(picture.rows.size()) - 1);
    select("f", {7}, 0);
    QCOMPARE(page()->terms()->picture().rows.size(), std::size_t(1));
    QVERIFY(!page()->terms()->picture().note.isEmpty());
    m_window.reset();
}

void TstArithmeticPage::sentencesWhereThereIsNothing()
{
    m_window->selection()->pin(std::nullopt);
    settle();
    QVERIFY(page()->message()->isVisible());
    QCOMPARE(page()->message()->title(), u"No cell is pinned"_s);
    QVERIFY(!page()->canCopy());
    page()->message()->button()->click();
    settle();
    QVERIFY(m_window->selection()->pinned());
    QVERIFY(view()->isVisible());
    select("conv2d_1", {200, 300}, 27);
    QVERIFY(page()->message()->isVisible());
    QVERIFY(page()->message()->title().contains(u"outside"_s));
    m_window->selection()->selectLayer(-1);
    settle();
    QVERIFY(page()->message()->isVisible());
    // An illegal layer has the page of its error.
    const int layer = m_window->document()->model().indexOf("conv2d_1");
    m_window->selection()->selectLayer(layer);
    m_window->document()->setArgument(layer, "padding", std::string("valid"), false);
    m_window->document()->setArgument(layer, "kernel_size", IntList{160, 3}, false);
    settle();
    QVERIFY(!m_window->centre()->showsPage());
    m_window.reset();
}

void TstArithmeticPage::screenReadersHearCells()
{
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(view());
    QVERIFY(grid != nullptr);
    const auto places = view()->places();
    QCOMPARE(grid->childCount(), static_cast<int>(places.size()));
    QStringList words;
    for (int i = 0; i < grid->childCount(); ++i)
        words << grid->child(i)->text(QAccessible::Name);
    QVERIFY(words.contains(view()->spoken({Grid::Output, 74, 110})));
    QVERIFY(view()->spoken({Grid::Output, 74, 110}).startsWith(u"output, row 74, column 110, "_s));
    QVERIFY(view()->spoken({Grid::Input, 150, 219}).endsWith(u"0, added by padding"_s));
    QVERIFY(QAccessible::queryAccessibleInterface(page()->tiles())->childCount() == 9);
    QVERIFY(QAccessible::queryAccessibleInterface(page()->bars())->childCount() == 24);
}

void TstArithmeticPage::followsEdits()
{
    const double before = page()->explainer()->explanation()->recomputed;
    const int layer = m_window->document()->model().indexOf("conv2d_1");
    m_window->document()->setArgument(layer, "dilation_rate", IntList{1, 1}, false);
    m_window->document()->setArgument(layer, "strides", IntList{1, 1}, false);
    settle();
    QVERIFY(!view()->scene().isStale);
    QCOMPARE(view()->scene().axes[0].step, 1);
    const Explanation *told = page()->explainer()->explanation();
    QVERIFY(told != nullptr);
    QVERIFY(told->recomputed != before);
    QVERIFY(std::abs(told->difference()) < 1e-4);
    m_window.reset();
}

void TstArithmeticPage::hoverIsQuick()
{
    // Processor time: the machine may be busy with other things.
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    std::vector<double> told;
    std::vector<double> painted;
    for (int i = 0; i < 60; ++i) {
        const Place place{Grid::Output, 70 + i % 5, 108 + i / 5 % 5};
        const double start = now();
        QMouseEvent move(QEvent::MouseMove, centreOf(place), view()->mapToGlobal(centreOf(place)),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(view(), &move);
        const double known = now();
        view()->repaint();
        page()->tiles()->viewport()->repaint();
        page()->bars()->repaint();
        page()->sums()->repaint();
        told.push_back(known - start);
        painted.push_back(now() - start);
        QCoreApplication::processEvents();
    }
    std::sort(told.begin(), told.end());
    std::sort(painted.begin(), painted.end());
    qInfo("hover to told %.2f ms, to painted %.2f ms (90 %%: %.2f ms)", told[30], painted[30],
          painted[54]);
#ifdef NDEBUG
    QVERIFY2(painted[30] < 8, qPrintable(QString::number(painted[30])));
#endif
}

QTEST_MAIN(TstArithmeticPage)
#include "tst_arithmetic_page.moc"
