// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Every key of the Arithmetic and the Weights page, pressed in the real window, and what screen
// readers are told while keys move.
#include "controls/quiet_spin_box.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/product_tiles.h"
#include "pages/arithmetic/transport.h"
#include "support/pinned_cell.h"
#include "views/channel_bars_view.h"
#include "views/shape_ribbon.h"
#include "views/sum_table.h"
#include "weights_window.h"
#include "window/actions/view_keys.h"
#include "window/files/file_menus.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList heard;

} // namespace

// Without a screen reader Qt tells nobody: what it would be told is taken on the way.
void hear(QAccessibleEvent *event) asm(
    "__wrap__ZN11QAccessible19updateAccessibilityEP16QAccessibleEvent");

void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::ValueChanged)
        heard << static_cast<QAccessibleValueChangeEvent *>(event)->value().toString();
}

class TstPageKeys : public WeightsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { close(); }
    void arithmeticWalks();
    void arithmeticStepsThroughCellsMapsAndSlices();
    void arithmeticChoosesChannelsAndTells();
    void arithmeticTogglesFieldAndDigits();
    void arithmeticUnpins();
    void tilesAndBarsHaveKeys();
    void weightsWalkThroughFiltersChannelsSlices();
    void weightsTypeAndTurn();
    void theOverviewWalks();
    void splitAndDifference();
    void aReaderHearsCells();
    void helpListsThem();

private:
    [[nodiscard]] ArithmeticPage *arithmetic() const { return m_window->page<ArithmeticPage>(); }
    [[nodiscard]] ArithmeticView *view() const { return arithmetic()->view(); }
    void showVolume();
    void explain(const char *layer, std::vector<std::int64_t> place, std::int64_t channel);
    [[nodiscard]] std::vector<std::int64_t> pinned() const
    {
        const auto &cell = m_window->selection()->pinned();
        return cell ? cell->place : std::vector<std::int64_t>();
    }
    [[nodiscard]] Extents explained() const
    {
        return arithmetic()->explainer()->pinnedCell().value_or(Extents());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view(), key, modifiers);
        QVERIFY(settle());
    }
};

void TstPageKeys::initTestCase()
{
    makeLook();
}

void TstPageKeys::init()
{
    open();
    heard.clear();
}

void TstPageKeys::explain(const char *layer, std::vector<std::int64_t> place, std::int64_t channel)
{
    m_window->centre()->setCurrent(arithmetic());
    m_window->selection()->selectLayer(document()->model().indexOf(layer));
    pinCell(*m_window->selection(), std::move(place), channel);
    QVERIFY(settle());
    view()->setFocus();
}

void TstPageKeys::showVolume()
{
    m_window->open(FileMenus::stackPath(u"volume.npz"_s));
    QVERIFY(settle());
}

void TstPageKeys::arithmeticWalks()
{
    explain("conv2d_1", {40, 50}, 3);
    using Place = std::vector<std::int64_t>;
    press(Qt::Key_Right);
    QCOMPARE(pinned(), (Place{40, 51}));
    press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(pinned(), (Place{40, 41}));
    press(Qt::Key_Down);
    QCOMPARE(pinned(), (Place{41, 41}));
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(pinned(), (Place{31, 41}));
    press(Qt::Key_End);
    QCOMPARE(pinned(), (Place{31, 112}));
    press(Qt::Key_Home);
    QCOMPARE(pinned(), (Place{31, 0}));
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(pinned(), (Place{74, 112}));
    press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(pinned(), (Place{0, 0}));
}

void TstPageKeys::arithmeticStepsThroughCellsMapsAndSlices()
{
    showVolume();
    const Model &model = document()->model();
    explain(model.layer(0).name().c_str(), {5, 6, 7}, 1);
    QCOMPARE(explained(), (Extents{5, 6, 7, 1}));
    press(Qt::Key_Period);
    QCOMPARE(explained(), (Extents{5, 6, 8, 1}));
    press(Qt::Key_Comma);
    press(Qt::Key_Comma);
    QCOMPARE(explained(), (Extents{5, 6, 6, 1}));
    press(Qt::Key_Greater, Qt::ShiftModifier);
    QCOMPARE(explained(), (Extents{6, 6, 6, 1}));
    press(Qt::Key_Less);
    press(Qt::Key_Less);
    QCOMPARE(explained(), (Extents{4, 6, 6, 1}));
    press(Qt::Key_PageDown);
    QCOMPARE(m_window->selection()->lookedAt().channel, 2);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    QCOMPARE(m_window->selection()->lookedAt().channel, 0);
    // Space plays and pauses.
    QTest::keyClick(view(), Qt::Key_Space);
    QVERIFY(arithmetic()->transport()->isPlaying());
    QTest::keyClick(view(), Qt::Key_Space);
    QVERIFY(!arithmetic()->transport()->isPlaying());
}

void TstPageKeys::arithmeticChoosesChannelsAndTells()
{
    explain("conv2d_1", {40, 50}, 3);
    arithmetic()->chooseChannel(4);
    press(Qt::Key_BracketRight);
    QCOMPARE(arithmetic()->channel(), 5);
    press(Qt::Key_BracketLeft);
    press(Qt::Key_BracketLeft);
    QCOMPARE(arithmetic()->channel(), 3);
    // Tab goes from the output to the input and the kernel, Shift+Tab back.
    using Grid = ArithmeticView::Grid;
    QTest::keyClick(view(), Qt::Key_Tab);
    QCOMPARE(view()->walkedGrid(), Grid::Input);
    QTest::keyClick(view(), Qt::Key_Tab);
    QCOMPARE(view()->walkedGrid(), Grid::Kernel);
    QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(view()->tap(), 1);
    QTest::keyClick(view(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(view()->walkedGrid(), Grid::Input);
}

void TstPageKeys::arithmeticTogglesFieldAndDigits()
{
    explain("conv2d_1", {40, 50}, 3);
    QVERIFY(m_window->selection()->showsField());
    press(Qt::Key_R);
    QVERIFY(!m_window->selection()->showsField());
    press(Qt::Key_R);
    QVERIFY(m_window->selection()->showsField());
    const QString brief = arithmetic()->sums()->rows().back().value;
    press(Qt::Key_N);
    QVERIFY(arithmetic()->digitsButton()->isChecked());
    QVERIFY(arithmetic()->sums()->rows().back().value.size() > brief.size());
    press(Qt::Key_N);
    QCOMPARE(arithmetic()->sums()->rows().back().value, brief);
}

void TstPageKeys::arithmeticUnpins()
{
    explain("conv2d_1", {40, 50}, 3);
    press(Qt::Key_Return);
    QVERIFY(!m_window->selection()->pinned());
    // Without a cell the page has the way to one; Enter takes it.
    QTest::keyClick(arithmetic(), Qt::Key_Return);
    QVERIFY(settle());
    QVERIFY(m_window->selection()->pinned());
    view()->setFocus();
    press(Qt::Key_Escape);
    QVERIFY(!m_window->selection()->pinned());
}

void TstPageKeys::tilesAndBarsHaveKeys()
{
    explain("conv2d_1", {40, 50}, 3);
    ProductTiles *tiles = arithmetic()->tiles();
    tiles->setFocus();
    QTest::keyClick(tiles, Qt::Key_Home);
    QCOMPARE(tiles->tap(), 0);
    QTest::keyClick(tiles, Qt::Key_Right);
    QCOMPARE(tiles->tap(), 1);
    QCOMPARE(view()->tap(), 1);
    QTest::keyClick(tiles, Qt::Key_End);
    QCOMPARE(tiles->tap(), 8);
    QTest::keyClick(tiles, Qt::Key_Left);
    QCOMPARE(tiles->tap(), 7);
    const ProductTile &tile = tiles->picture().tiles[7];
    QVERIFY2(heard.contains(tile.spoken), qPrintable(heard.join(u'\n')));
    QVERIFY2(tile.spoken.contains(u" times "_s) && tile.spoken.contains(u" is "_s),
             qPrintable(tile.spoken));
    ChannelBarsView *bars = arithmetic()->bars();
    bars->setFocus();
    arithmetic()->chooseChannel(4);
    QTest::keyClick(bars, Qt::Key_Right);
    QCOMPARE(arithmetic()->channel(), 5);
    QTest::keyClick(bars, Qt::Key_Home);
    QCOMPARE(arithmetic()->channel(), 0);
    QTest::keyClick(bars, Qt::Key_End);
    QCOMPARE(arithmetic()->channel(), 23);
    QTest::keyClick(bars, Qt::Key_Left);
    QCOMPARE(arithmetic()->channel(), 22);
}

void TstPageKeys::weightsWalkThroughFiltersChannelsSlices()
{
    showOnly("Conv3D", {1, 6, 7, 8, 2},
             {{"filters", std::int64_t{3}}, {"kernel_size", IntList{3, 3, 3}}});
    WeightCells *cells = views().cells;
    cells->setFocus();
    QTest::keyClick(cells, Qt::Key_PageDown);
    QCOMPARE(presenter()->place().filter, 1);
    QTest::keyClick(cells, Qt::Key_PageUp);
    QCOMPARE(presenter()->place().filter, 0);
    QTest::keyClick(cells, Qt::Key_BracketRight);
    QCOMPARE(presenter()->place().channel, 1);
    QTest::keyClick(cells, Qt::Key_BracketLeft);
    QCOMPARE(presenter()->place().channel, 0);
    // The overview shows one slice of each kernel, and says which.
    QVERIFY2(views().shape->text().endsWith(u"slice 0 of 3"_s), qPrintable(views().shape->text()));
    const float before = cell(1, 1);
    QTest::keyClick(cells, Qt::Key_Greater, Qt::ShiftModifier);
    QCOMPARE(presenter()->place().slice, 1);
    QCOMPARE(views().slice->value(), 1);
    QCOMPARE(cell(1, 1), presenter()->weights().value(0, {.slice = 1, .row = 1, .column = 1}));
    QVERIFY(cell(1, 1) != before);
    QVERIFY2(views().shape->text().endsWith(u"slice 1 of 3"_s), qPrintable(views().shape->text()));
    QTest::keyClick(cells, Qt::Key_Less);
    QCOMPARE(presenter()->place().slice, 0);
}

void TstPageKeys::weightsTypeAndTurn()
{
    WeightCells *cells = views().cells;
    click({0, 0});
    const int before = steps();
    QTest::keyClicks(cells, u"-"_s);
    QVERIFY(cells->field()->isVisible());
    QTest::keyClicks(cells->field(), u"2"_s);
    QTest::keyClick(cells->field(), Qt::Key_Return);
    QCOMPARE(cell(0, 0), -2.0F);
    QVERIFY(cells->current() == (SheetCell{1, 0}));
    QTest::keyClicks(cells, u"3"_s);
    QTest::keyClick(cells->field(), Qt::Key_Tab);
    QCOMPARE(cell(1, 0), 3.0F);
    QVERIFY(cells->current() == (SheetCell{1, 1}));
    QCOMPARE(steps(), before + 2);
    const std::int64_t last = cells->sheet().columns - 1;
    QTest::keyClick(cells, Qt::Key_T);
    QCOMPARE(cell(0, last), -2.0F);
    QTest::keyClick(cells, Qt::Key_M);
    QCOMPARE(cell(0, 0), -2.0F);
    QTest::keyClick(cells, Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(cell(last, 0), -2.0F);
    // Enter opens the field, Esc gives the old value back.
    cells->setCurrent({last, 0});
    QTest::keyClick(cells, Qt::Key_Return);
    QVERIFY(cells->field()->isVisible());
    QTest::keyClicks(cells->field(), u"9"_s);
    QTest::keyClick(cells->field(), Qt::Key_Escape);
    QCOMPARE(cell(last, 0), -2.0F);
    QTest::keyClick(cells, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(cell(last, 0) > -2.0F);
    QTest::keyClick(cells, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(cells, Qt::Key_Home, Qt::ControlModifier);
    QVERIFY(cells->current() == (SheetCell{0, 0}));
    QTest::keyClick(cells, Qt::Key_End);
    QVERIFY(cells->current() == (SheetCell{0, last}));
    QTest::keyClick(cells, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(cells->current() == (SheetCell{last, last}));
}

void TstPageKeys::theOverviewWalks()
{
    WeightOverview *overview = views().overview;
    overview->setFocus();
    QTest::keyClick(overview, Qt::Key_Home);
    QTest::keyClick(overview, Qt::Key_Right);
    QTest::keyClick(overview, Qt::Key_Down);
    QVERIFY(overview->current() == (OverviewTile{1, 1}));
    QTest::keyClick(overview, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(overview->current() == (OverviewTile{11, 1}));
    QTest::keyClick(overview, Qt::Key_End);
    QVERIFY(overview->current() == (OverviewTile{15, 1}));
    QCOMPARE(presenter()->place().filter, 15);
    QVERIFY2(heard.contains(u"filter 15, green"_s), qPrintable(heard.join(u'\n')));
}

void TstPageKeys::splitAndDifference()
{
    click({0, 0});
    QTest::keyClicks(views().cells, u"2"_s);
    QTest::keyClick(views().cells->field(), Qt::Key_Return);
    QVERIFY(settle());
    views().map->setFocus();
    const int before = views().mode->currentIndex();
    QTest::keyClick(views().map, Qt::Key_D);
    QCOMPARE(views().mode->currentIndex(), 2);
    QTest::keyClick(views().map, Qt::Key_V);
    QVERIFY(views().mode->currentIndex() != 2);
    QTest::keyClick(views().map, Qt::Key_V);
    QTest::keyClick(views().map, Qt::Key_V);
    QVERIFY(views().mode->currentIndex() == before || views().mode->currentIndex() == 1);
}

void TstPageKeys::aReaderHearsCells()
{
    explain("conv2d_1", {40, 50}, 3);
    heard.clear();
    press(Qt::Key_Right);
    const QString said = view()->spoken({ArithmeticView::Grid::Output, 40, 51});
    QVERIFY2(said.startsWith(u"output, row 40, column 51, "_s), qPrintable(said));
    // At most every 200 ms, and then the last one.
    QTRY_VERIFY_WITH_TIMEOUT(heard.contains(said), 2000);
    heard.clear();
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Right);
    const QString last = view()->spoken({ArithmeticView::Grid::Output, 40, 56});
    QTRY_VERIFY_WITH_TIMEOUT(heard.contains(last), 2000);
    m_window->centre()->setCurrent(page());
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
    heard.clear();
    click({0, 0});
    QTest::keyClick(views().cells, Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::any_of(heard.begin(), heard.end(),
                    [](const QString &words) { return words.startsWith(u"row 0, column 1, "_s); }),
        2000);
}

void TstPageKeys::helpListsThem()
{
    QStringList listed;
    for (const ViewKey &key : viewKeys())
        listed << key.keys + u' ' + key.action;
    for (const QString &wanted :
         {u", . Arithmetic: cell back"_s, u"< > Arithmetic: slice"_s, u"R Arithmetic: receptive"_s,
          u"N Arithmetic: all digits"_s, u"< > Weights: slice"_s, u"T Weights: turn"_s})
        QVERIFY2(std::any_of(listed.begin(), listed.end(),
                             [&](const QString &line) { return line.startsWith(wanted); }),
                 qPrintable(wanted + u'\n' + listed.join(u'\n')));
}

QTEST_MAIN(TstPageKeys)
#include "tst_page_keys.moc"
