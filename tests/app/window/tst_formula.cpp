// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Why a pixel has its value, on Explore in the real window: the formula, what the cell sees in
// every tensor before it, what it reaches behind it, how much each pixel counts, its value in all
// maps.
#include "controls/command_button.h"
#include "controls/segmented_tabs.h"
#include "evaluation/layer_results.h"
#include "explaining/explanation_words.h"
#include "model/cell_fields.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/explore/explore_page.h"
#include "pages/explore/formula_presenter.h"
#include "style/fonts.h"
#include "support/pinned_cell.h"
#include "support/window_look.h"
#include "views/feature_map_view.h"
#include "views/formula_strip.h"
#include "views/shape_ribbon.h"
#include "views/signal_view.h"
#include "views/volume_view.h"
#include "window/files/file_menus.h"
#include "window/frame/main_window.h"

#include <QClipboard>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <iterator>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A layer and a way around it.
const QByteArray kSkip =
    R"({"class_name": "Functional", "config": {"name": "f", "layers": [
        {"class_name": "InputLayer", "name": "i", "inbound_nodes": [],
         "config": {"batch_input_shape": [null, 64, 64, 3], "name": "i"}},
        {"class_name": "Conv2D", "name": "a", "inbound_nodes": [[["i", 0, 0, {}]]],
         "config": {"name": "a", "filters": 3, "kernel_size": [3, 3], "padding": "same"}},
        {"class_name": "Add", "name": "s", "inbound_nodes": [[["i", 0, 0, {}], ["a", 0, 0, {}]]],
         "config": {"name": "s"}}],
        "input_layers": [["i", 0, 0]], "output_layers": [["s", 0, 0]]}})";

} // namespace

class TstFormula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_window.reset(); }

    void theStripTellsThePinnedCell();
    void fourChannelsAreShownThreeAndTheRest();
    void numbersAgreeWithTheMap();
    void copyGivesAllDigits();
    void enterOpensTheArithmetic();
    void fieldsAreBoxedInEveryTensor();
    void aPinnedInputPixelShowsWhatItReaches();
    void rTogglesTheField();
    void theEffectiveFieldLiesOverThePhoto();
    void theProfileGoesToTheMap();
    void oneLineInLowWindows();
    void theFieldsWordsAreWhole();
    void hintsWhereThereIsNothing();
    void everyLayerHasAFormula();
    void fieldsNameTheirBranches();
    void theEffectiveFieldLiesOverSequencesAndVolumes();

private:
    void settle();
    void select(int layer) { m_window->selection()->selectLayer(layer), settle(); }
    void select(const char *layer, std::vector<std::int64_t> place, std::int64_t channel);
    [[nodiscard]] int indexOf(const char *layer) const
    {
        return m_window->document()->model().indexOf(layer);
    }
    [[nodiscard]] ExplorePage *page() const { return m_window->page<ExplorePage>(); }
    [[nodiscard]] FormulaStrip *strip() const { return page()->formula(); }
    [[nodiscard]] FeatureMapView *map() const { return page()->panel()->map(); }
    [[nodiscard]] const FormulaPicture &picture() const { return strip()->picture(); }
    [[nodiscard]] ShapeRibbon *ribbon() const { return m_window->findChild<ShapeRibbon *>(); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstFormula::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openFirstLook();
    settle();
}

void TstFormula::init()
{
    m_window->resize(1440, 900);
    m_window->centre()->setCurrent(page());
    m_window->selection()->setShowsField(true);
    strip()->tabs()->setCurrentIndex(0);
    select("conv2d", {86, 146}, 8);
}

void TstFormula::settle()
{
    QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000));
}

void TstFormula::select(const char *layer, std::vector<std::int64_t> place, std::int64_t channel)
{
    Selection *selection = m_window->selection();
    selection->selectLayer(indexOf(layer));
    pinCell(*selection, std::move(place), channel);
    settle();
}

void TstFormula::theStripTellsThePinnedCell()
{
    QVERIFY(strip()->isVisible());
    QVERIFY(picture().title.startsWith(u"Why 1.38"_s));
    QCOMPARE(picture().place, u"conv2d [86, 146, 8]"_s);
    QCOMPARE(picture().rows.size(), std::size_t(3));
    QCOMPARE(picture().rows[0].label, u"R"_s);
    QCOMPARE(picture().rows[0].patch.size(), QSize(5, 5));
    QCOMPARE(picture().rows[0].kernel.size(), QSize(5, 5));
    QVERIFY(!picture().photo.isNull());
    QVERIFY(picture().box);
    // Another pixel, another formula.
    map()->pin({20, 30});
    settle();
    QCOMPARE(picture().place, u"conv2d [20, 30, 8]"_s);
}

void TstFormula::fourChannelsAreShownThreeAndTheRest()
{
    select("conv2d_1", {40, 60}, 27);
    QCOMPARE(picture().rows.size(), std::size_t(4));
    QCOMPARE(picture().rows.back().label, u"21 others"_s);
    QVERIFY(picture().rows.back().patch.isNull());
}

void TstFormula::numbersAgreeWithTheMap()
{
    const auto number = [](QString text) {
        text.remove(u"≈ "_s).replace(QChar(0x2212), u'-');
        return text.toDouble();
    };
    for (const std::int64_t column : {0, 77, 146, 300, 450}) {
        select("conv2d", {86, column}, 8);
        const double map = static_cast<double>(this->map()->plane().at(86, column));
        QVERIFY(std::abs(number(picture().sums.back().value) - map) < 1e-4);
        double rows = 0;
        for (const FormulaPicture::Row &row : picture().rows)
            rows += number(row.sum);
        QVERIFY(std::abs(rows - number(picture().sums.front().value)) < 5e-5);
    }
}

void TstFormula::copyGivesAllDigits()
{
    strip()->copyButton()->click();
    const Explanation &told = *page()->formulaPresenter()->explainer()->explanation();
    QVERIFY(QApplication::clipboard()->text().contains(allDigits(told.recomputed)));
}

void TstFormula::enterOpensTheArithmetic()
{
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Return);
    settle();
    ArithmeticPage *arithmetic = m_window->page<ArithmeticPage>();
    QCOMPARE(m_window->centre()->current(), arithmetic);
    QCOMPARE(arithmetic->view()->scene().cell, (std::vector<std::int64_t>{86, 146}));
    m_window->centre()->setCurrent(page());
    settle();
    QVERIFY(m_window->selection()->pinned());
    QTest::mouseClick(strip()->openButton(), Qt::LeftButton);
    QCOMPARE(m_window->centre()->current(), arithmetic);
}

void TstFormula::fieldsAreBoxedInEveryTensor()
{
    select("conv2d_1", {40, 60}, 27);
    const ModelDocument *document = m_window->document();
    const auto fields = fieldsOf(document->model(), document->shapes(), indexOf("conv2d_1"),
                                 regionOf({40, 60, 27}));
    QCOMPARE(fields.size(), std::size_t(4));
    for (const CellField &field : fields) {
        const int layer = field.tensor.kind == Source::Kind::Input ? -1 : field.tensor.index;
        select(layer);
        QVERIFY(map()->field());
        const auto box = spatialBox(field.region, DataFormat::ChannelsLast);
        QCOMPARE(map()->field()->first, (MapCell{box[0].first, box[1].first}));
        QCOMPARE(map()->field()->last, (MapCell{box[0].last, box[1].last}));
        QVERIFY(map()->field()->name.contains(u"conv2d_1 [40, 60, 27]"_s));
        const auto &share = ribbon()->fieldBoxes().at(static_cast<std::size_t>(layer) + 1);
        QVERIFY(share);
        QVERIFY(std::abs(share->left() * static_cast<double>(map()->plane().columns) -
                         static_cast<double>(box[1].first)) < 1e-6);
    }
    // Behind it: what it reaches.
    select(indexOf("conv2d_transpose"));
    QVERIFY(map()->field());
    QVERIFY(map()->field()->name.startsWith(u"reached"_s));
    // A field at the edge says how much of it is padding.
    select("conv2d_1", {74, 112}, 27);
    select(-1);
    QVERIFY(map()->field()->words.contains(u"% padding"_s));
}

void TstFormula::aPinnedInputPixelShowsWhatItReaches()
{
    select(-1);
    map()->pin({150, 200});
    settle();
    QVERIFY(!picture().hint.isEmpty());
    select(indexOf("conv2d"));
    QVERIFY(map()->field());
    QCOMPARE(map()->field()->first, (MapCell{148, 198}));
    QCOMPARE(map()->field()->last, (MapCell{152, 202}));
    QVERIFY(map()->field()->name.contains(u"input [150, 200, 0]"_s));
    for (std::size_t i = 1; i < ribbon()->fieldBoxes().size(); ++i)
        QVERIFY(ribbon()->fieldBoxes()[i]);
}

void TstFormula::rTogglesTheField()
{
    select("conv2d_1", {40, 60}, 27);
    select(-1);
    QVERIFY(map()->field());
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_R);
    settle();
    QVERIFY(!map()->field());
    QVERIFY(!m_window->selection()->showsField());
    QTRY_VERIFY(ribbon()->fieldBoxes().empty());
    QTest::keyClick(map(), Qt::Key_R);
    settle();
    QVERIFY(map()->field());
    QTRY_VERIFY(!ribbon()->fieldBoxes().empty());
}

void TstFormula::theEffectiveFieldLiesOverThePhoto()
{
    // Where nothing counts there is nothing to lay over it.
    select("conv2d_1", {40, 60}, 27);
    const auto &effective = page()->formulaPresenter()->effective();
    QVERIFY(effective);
    QVERIFY(effective->isExact);
    QVERIFY(!effective->heat.isNull());
    QVERIFY(picture().fieldWords.contains(u"exact"_s));
    QVERIFY(!picture().field.isNull());
    select(-1);
    QVERIFY(map()->field());
    QVERIFY(!map()->field()->heat.isNull());
    QVERIFY(map()->field()->words.contains(u"exact"_s));
    // It lies within the theoretical field.
    QVERIFY(map()->field()->heatAt.row >= map()->field()->first.row);
    QVERIFY(map()->field()->heatAt.column + map()->field()->heat.width() - 1 <=
            map()->field()->last.column);
}

void TstFormula::theProfileGoesToTheMap()
{
    strip()->tabs()->setCurrentIndex(1);
    const ChannelBarsView *bars = strip()->profile();
    QVERIFY(bars->isVisible());
    QCOMPARE(bars->bars().bars.size(), std::size_t(16));
    QCOMPARE(bars->bars().current, 8);
    QCOMPARE(static_cast<float>(bars->bars().bars[8].value), map()->plane().at(86, 146));
    QToolButton *sort = nullptr;
    for (QToolButton *button : strip()->findChildren<QToolButton *>()) {
        if (button->isCheckable())
            sort = button;
    }
    sort->click();
    for (std::size_t i = 1; i < 16; ++i)
        QVERIFY(bars->bars().bars[i].value <= bars->bars().bars[i - 1].value);
    const std::int64_t last = bars->bars().bars.back().channel;
    QTest::mouseClick(const_cast<ChannelBarsView *>(bars), Qt::LeftButton, {},
                      bars->barRect(15).center());
    settle();
    QCOMPARE(m_window->selection()->lookedAt().channel, last);
    sort->click();
}

void TstFormula::oneLineInLowWindows()
{
    const int full = strip()->height();
    m_window->resize(1024, 700);
    QTRY_VERIFY(strip()->isCompact());
    QTRY_COMPARE(strip()->height(), 34);
    QVERIFY(!picture().brief.isEmpty());
    QTest::mouseClick(strip(), Qt::LeftButton, {}, QPoint(20, 16));
    QTRY_COMPARE(strip()->height(), full);
    QTest::mouseClick(strip(), Qt::LeftButton, {}, QPoint(20, 16));
    QTRY_COMPARE(strip()->height(), 34);
}

void TstFormula::theFieldsWordsAreWhole()
{
    m_window->resize(1440, 900);
    // Three digits everywhere, and padding.
    for (const std::vector<std::int64_t> &place :
         {std::vector<std::int64_t>{60, 100}, std::vector<std::int64_t>{74, 112}}) {
        select("conv2d_1", place, 27);
        QTRY_VERIFY(picture().fieldWords.contains(u"effective"_s));
        const QFontMetrics metrics(font(FontRole::Caption));
        QString whole;
        for (const QString &line : strip()->captionLines()) {
            QVERIFY2(metrics.horizontalAdvance(line) <= strip()->captionWidth(), qPrintable(line));
            whole += (whole.isEmpty() ? QString() : u" · "_s) + line;
        }
        QCOMPARE(whole, picture().fieldWords);
        QVERIFY(strip()->photoRect().left() + strip()->captionWidth() < strip()->rowsRect().left());
        QVERIFY(strip()->rowsRect().width() > 140);
    }
}

void TstFormula::hintsWhereThereIsNothing()
{
    m_window->selection()->pin(std::nullopt);
    settle();
    QVERIFY(picture().hint.contains(u"Click a pixel"_s));
    QVERIFY(!strip()->openButton()->isVisible());
    select("conv2d_1", {250, 400}, 0);
    QVERIFY(picture().hint.contains(u"outside"_s));
}

void TstFormula::everyLayerHasAFormula()
{
    for (int layer = 0; layer < m_window->document()->model().size(); ++layer) {
        select(m_window->document()->model().layer(layer).name().c_str(), {30, 40}, 3);
        QVERIFY(picture().hint.isEmpty());
        QVERIFY(!picture().rows.empty() || !picture().words.isEmpty());
        QVERIFY(picture().sums.back().isResult);
        QVERIFY(!picture().brief.isEmpty());
    }
}

void TstFormula::fieldsNameTheirBranches()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"skip.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kSkip);
    file.close();
    m_window->open(file.fileName());
    settle();
    select("s", {40, 50}, 1);
    select(-1);
    QVERIFY(map()->field());
    // The union of both ways, and which they are.
    QCOMPARE(map()->field()->first, (MapCell{39, 49}));
    QCOMPARE(map()->field()->last, (MapCell{41, 51}));
    const QString words = map()->field()->words;
    QVERIFY2(words.contains(u"through"_s), qPrintable(words));
    for (const QString &name : {u"a"_s, u"s"_s})
        QVERIFY2(words.section(u"through"_s, 1).contains(name), qPrintable(words));
}

void TstFormula::theEffectiveFieldLiesOverSequencesAndVolumes()
{
    m_window->open(FileMenus::stackPath(u"sequence.npz"_s));
    settle();
    select("conv1d_1", {50}, 1);
    const auto &effective = page()->formulaPresenter()->effective();
    QVERIFY(effective);
    QCOMPARE(effective->extents.size(), std::size_t{1});
    select(-1);
    const SignalView *signal = page()->panel()->signal();
    QVERIFY(signal->field());
    QVERIFY(!signal->heat().colours.empty());
    QVERIFY(signal->heat().first >= signal->field()->first);
    QVERIFY(signal->heat().first + std::ssize(signal->heat().colours) - 1 <=
            signal->field()->second);
    const QString folder = qEnvironmentVariable("CONVSCOPE_GALLERY");
    if (!folder.isEmpty())
        QVERIFY(m_window->grab().save(folder + u"/heat_sequence.png"_s));
    // The middle of a causal window counts: something is painted there.
    QVERIFY(std::any_of(signal->heat().colours.begin(), signal->heat().colours.end(),
                        [](QRgb colour) { return qAlpha(colour) > 100; }));

    m_window->open(FileMenus::stackPath(u"volume.npz"_s));
    settle();
    select("max_pooling3d", {5, 27, 30}, 6);
    QVERIFY(effective);
    QCOMPARE(effective->extents.size(), std::size_t{3});
    select(-1);
    const VolumeHeat &heat = page()->panel()->volume()->heat();
    QCOMPARE(std::int64_t(heat.colours.size()),
             heat.extents[0] * heat.extents[1] * heat.extents[2]);
    QVERIFY(!heat.colours.empty());
    if (!folder.isEmpty())
        QVERIFY(m_window->grab().save(folder + u"/heat_volume.png"_s));
    m_window->openFirstLook();
    settle();
}

QTEST_MAIN(TstFormula)
#include "tst_formula.moc"
