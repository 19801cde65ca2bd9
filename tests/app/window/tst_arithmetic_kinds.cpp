// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// The Arithmetic page on every kind of layer, in a large and in the smallest window. With
// CONVSCOPE_GALLERY=FOLDER it leaves pictures of all of them, light and dark.
#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "evaluation/layer_results.h"
#include "layers/activations.h"
#include "layers/registry.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/product_tiles.h"
#include "pages/arithmetic/term_list_view.h"
#include "pages/arithmetic/transport.h"
#include "support/pinned_cell.h"
#include "support/window_look.h"
#include "views/channel_bars_view.h"
#include "views/sum_table.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QDir>
#include <QMouseEvent>
#include <QTest>

#include <cmath>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Arguments = std::vector<std::pair<std::string, Value>>;

std::shared_ptr<const Layer> layerOf(const char *className, const char *name,
                                     const Arguments &arguments,
                                     std::vector<std::string> inputs = {})
{
    Layer layer = Layer(*findLayerType(className), name).withInputs(std::move(inputs));
    for (const auto &[argument, value] : arguments) {
        auto changed = layer.with(argument, value);
        if (!changed)
            QTest::qFail(changed.error().message.c_str(), __FILE__, __LINE__);
        else
            layer = std::move(*changed);
    }
    return std::make_shared<const Layer>(std::move(layer));
}

std::shared_ptr<const Input> waves(const Extents &extents)
{
    std::vector<float> values;
    for (std::int64_t i = 0; i < *elementCount(extents); ++i)
        values.push_back(
            static_cast<float>(std::sin(0.37 * double(i)) + 0.2 * std::cos(double(i))));
    auto input = std::make_shared<Input>();
    input->tensor = Tensor::of(extents, values);
    input->title = verbatim("waves");
    return input;
}

Value text(const char *words)
{
    return std::string(words);
}

Value activation(const char *name)
{
    return activations().make(name);
}

} // namespace

class TstArithmeticKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void everyKindFits_data();
    void everyKindFits();
    void aSoftmaxIsFollowed();
    void barsOfASoftmaxAreItsLine();
    void aMergeNamesItsInputs();
    void numbersOfTheModelAreNamed();
    void playingLeavesAGhost();
    void smallNumbersAreNoZeros();
    void depthwiseKeepsItsNumbersInSight();
    void aVolumeTellsOfItsOtherSlices();
    void anInterpolationReadsTheLastCell();
    void theScaleEndsBeforeTheOutput();

private:
    void show(std::vector<std::shared_ptr<const Layer>> layers, const Extents &input);
    void pin(std::vector<std::int64_t> place, std::int64_t channel);
    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000));
    }
    void keepPicture(const QString &name);
    [[nodiscard]] ArithmeticPage *page() const { return m_window->page<ArithmeticPage>(); }
    [[nodiscard]] ArithmeticView *view() const { return page()->view(); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstArithmeticKinds::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->centre()->setCurrent(page());
}

void TstArithmeticKinds::show(std::vector<std::shared_ptr<const Layer>> layers,
                              const Extents &input)
{
    DocumentState state;
    state.model.layers = std::move(layers);
    state.model.inputs = {{"photo", Shape(input)}};
    state.input = waves(input);
    m_window->document()->reset(state, {});
    m_window->selection()->selectLayer(m_window->document()->model().size() - 1);
    settle();
}

void TstArithmeticKinds::pin(std::vector<std::int64_t> place, std::int64_t channel)
{
    pinCell(*m_window->selection(), std::move(place), channel);
    settle();
}

void TstArithmeticKinds::keepPicture(const QString &name)
{
    const QString folder = qEnvironmentVariable("CONVSCOPE_GALLERY");
    if (!folder.isEmpty())
        QVERIFY(m_window->grab().save(QDir(folder).filePath(u"arithmetic_%1.png"_s.arg(name))));
}

void TstArithmeticKinds::everyKindFits_data()
{
    using Layers = std::vector<std::shared_ptr<const Layer>>;
    using Place = std::vector<std::int64_t>;
    QTest::addColumn<Layers>("layers");
    QTest::addColumn<Extents>("input");
    QTest::addColumn<Place>("place");
    const auto row = [](const char *name, Layers layers, const Extents &input, const Place &place) {
        QTest::newRow(name) << layers << input << place;
    };
    const Extents picture{1, 20, 26, 4};
    const Value same = text("same");
    const std::int64_t four = 4;
    row("conv", {layerOf("Conv2D", "c", {{"filters", four}, {"padding", same}})}, picture,
        {19, 25});
    row("stride and dilation",
        {layerOf("Conv2D", "c", {{"filters", four}, {"dilation_rate", IntList{2, 3}}})}, picture,
        {3, 4});
    row("groups", {layerOf("Conv2D", "c", {{"filters", four}, {"groups", std::int64_t{2}}})},
        picture, {3, 4});
    row("large kernel",
        {layerOf("Conv2D", "c", {{"filters", four}, {"kernel_size", IntList{11, 11}}})}, picture,
        {3, 4});
    row("not square", {layerOf("Conv2D", "c", {{"filters", four}, {"kernel_size", IntList{1, 7}}})},
        picture, {3, 4});
    row("transposed",
        {layerOf("Conv2DTranspose", "c", {{"filters", four}, {"strides", IntList{2, 3}}})}, picture,
        {13, 14});
    row("separable", {layerOf("SeparableConv2D", "c", {{"filters", four}, {"padding", same}})},
        picture, {3, 4});
    row("depthwise", {layerOf("DepthwiseConv2D", "c", {{"depth_multiplier", std::int64_t{2}}})},
        picture, {3, 4});
    row("crop", {layerOf("Cropping2D", "c", {})}, picture, {3, 4});
    row("pad", {layerOf("ZeroPadding2D", "c", {})}, picture, {0, 4});
    row("bilinear", {layerOf("UpSampling2D", "c", {{"interpolation", text("bilinear")}})}, picture,
        {3, 4});
    row("max", {layerOf("MaxPooling2D", "c", {})}, picture, {3, 4});
    row("average", {layerOf("AveragePooling2D", "c", {{"padding", same}})}, picture, {3, 4});
    row("layer normalization", {layerOf("LayerNormalization", "c", {})}, picture, {3, 4});
    row("batch normalization", {layerOf("BatchNormalization", "c", {})}, picture, {3, 4});
    row("softmax", {layerOf("Softmax", "c", {})}, picture, {3, 4});
    row("conv with softmax",
        {layerOf("Conv2D", "c", {{"filters", four}, {"activation", activation("softmax")}})},
        picture, {3, 4});
    row("sequence", {layerOf("Conv1D", "c", {{"filters", four}, {"padding", text("causal")}})},
        {1, 40, 3}, {20});
    row("separable sequence",
        {layerOf("SeparableConv1D", "c", {{"filters", four}, {"kernel_size", IntList{5}}})},
        {1, 40, 3}, {20});
    row("pooled sequence", {layerOf("MaxPooling1D", "c", {})}, {1, 40, 3}, {12});
    row("volume", {layerOf("Conv3D", "c", {{"filters", four}})}, {1, 8, 10, 12, 2}, {2, 3, 4});
    row("dense", {layerOf("Flatten", "f", {}), layerOf("Dense", "c", {{"units", four}})}, picture,
        {2});
}

void TstArithmeticKinds::everyKindFits()
{
    using Layers = std::vector<std::shared_ptr<const Layer>>;
    QFETCH(Layers, layers);
    QFETCH(Extents, input);
    QFETCH(std::vector<std::int64_t>, place);
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        m_window->resize(size);
        show(layers, input);
        pin(place, place.size() > 1 || input.size() > 2 ? 1 : 0);
        QVERIFY(page()->explainer()->explanation() != nullptr);
        const QString name =
            u"%1_%2"_s.arg(QLatin1StringView(QTest::currentDataTag())).arg(size.width());
        keepPicture(name);
        if (page()->terms()->isVisible()) {
            QVERIFY(!page()->terms()->picture().rows.empty());
            continue;
        }
        // Every grid lies within the picture, and no field over a title that follows it.
        const ArithmeticLayout &at = view()->layoutInUse();
        const QRect whole = view()->rect();
        QVERIFY2(whole.contains(at.input.rect), qPrintable(name));
        QVERIFY2(whole.contains(at.output.rect), qPrintable(name));
        QVERIFY2(at.kernel.isEmpty() || whole.contains(at.kernel.rect), qPrintable(name));
        const QuietSpinBox *channel = view()->channelField();
        if (channel->isVisible() && !at.isStacked && !at.kernel.isEmpty())
            QVERIFY2(channel->geometry().right() < at.kernel.rect.left(), qPrintable(name));
        QVERIFY2(at.second.isEmpty() || whole.contains(at.second), qPrintable(name));
        // Nine products are seen without scrolling.
        if (page()->tiles()->picture().tiles.size() <= 9) {
            const auto last = static_cast<int>(page()->tiles()->picture().tiles.size()) - 1;
            QVERIFY2(page()->tiles()->viewport()->rect().contains(page()->tiles()->tileRect(last)),
                     qPrintable(name));
        }
        // All rows of the sum have their height.
        QVERIFY2(page()->sums()->height() >= page()->sums()->wholeHeight() ||
                     page()->sums()->height() >= 110,
                 qPrintable(name));
    }
    if (qEnvironmentVariableIsSet("CONVSCOPE_GALLERY")) {
        m_look->theme().setMode(Theme::Mode::Dark);
        settle();
        keepPicture(u"%1_dark"_s.arg(QLatin1StringView(QTest::currentDataTag())));
        m_look->theme().setMode(Theme::Mode::Light);
    }
    m_window->resize(1440, 900);
}

void TstArithmeticKinds::aSoftmaxIsFollowed()
{
    show({layerOf("Flatten", "f", {}),
          layerOf("Dense", "d",
                  {{"units", std::int64_t{6}}, {"activation", activation("softmax")}})},
         {1, 4, 5, 2});
    pin({2}, 0);
    QVERIFY(page()->stageTabs()->isVisible());
    QCOMPARE(page()->stageTabs()->tabText(1), u"softmax"_s);
    QCOMPARE(page()->terms()->picture().rows.size(), std::size_t{40});
    page()->stageTabs()->setCurrentIndex(1);
    const TermsPicture picture = page()->terms()->picture();
    QCOMPARE(picture.rows.size(), std::size_t{6});
    int marked = 0;
    for (const TermRow &row : picture.rows) {
        marked += row.isMarked ? 1 : 0;
        QCOMPARE(row.isMarked, row.onLine == 2);
        QCOMPARE(row.place, u"[%1]"_s.arg(row.onLine));
    }
    QCOMPARE(marked, 1);
    // Enter on a value goes to its cell.
    const int other = picture.rows.front().isMarked ? 1 : 0;
    page()->terms()->setCurrent(other);
    page()->terms()->setFocus();
    QTest::keyClick(page()->terms(), Qt::Key_Return);
    settle();
    const std::int64_t place = picture.rows[static_cast<std::size_t>(other)].onLine;
    QCOMPARE(page()->explainer()->pinnedCell(), std::optional(Extents{place}));
    QCOMPARE(page()->stageTabs()->currentIndex(), 1);
    page()->stageTabs()->setCurrentIndex(0);
    QCOMPARE(page()->terms()->picture().rows.size(), std::size_t{40});
    // A layer without such a function has no such tab.
    m_window->selection()->selectLayer(0);
    settle();
    QVERIFY(!page()->stageTabs()->isVisible());
}

void TstArithmeticKinds::barsOfASoftmaxAreItsLine()
{
    // Also along an axis that holds no channels.
    for (const std::int64_t axis : {-1, 2}) {
        show({layerOf("Softmax", "s", {{"axis", axis}})}, {1, 5, 7, 3});
        pin({2, 4}, 1);
        const ChannelBars &bars = page()->bars()->bars();
        QCOMPARE(bars.bars.size(), std::size_t(axis == -1 ? 3 : 7));
        QCOMPARE(bars.current, std::int64_t{axis == -1 ? 1 : 4});
        page()->chooseChannel(0);
        settle();
        QCOMPARE(page()->explainer()->pinnedCell(),
                 std::optional(axis == -1 ? Extents{2, 4, 0} : Extents{2, 0, 1}));
    }
}

void TstArithmeticKinds::aMergeNamesItsInputs()
{
    show({layerOf("Conv2D", "left", {{"filters", std::int64_t{3}}, {"padding", text("same")}},
                  {"photo"}),
          layerOf("Conv2D", "right", {{"filters", std::int64_t{3}}, {"padding", text("same")}},
                  {"photo"}),
          layerOf("Add", "add", {}, {"left", "right"})},
         {1, 8, 9, 2});
    pin({3, 4}, 1);
    const ProductsPicture &picture = page()->tiles()->picture();
    QCOMPARE(picture.tiles.size(), std::size_t{2});
    QCOMPARE(picture.tiles[0].name, u"left"_s);
    QCOMPARE(picture.tiles[1].name, u"right"_s);
    QVERIFY(picture.tiles[1].spoken.contains(u"right"_s));
    QTest::mouseMove(page()->tiles()->viewport(), page()->tiles()->tileRect(1).center());
    QCOMPARE(page()->extraField()->value(), qint64{1});
    QCOMPARE(view()->scene().inputNote, u"right"_s);
    keepPicture(u"merge"_s);
}

void TstArithmeticKinds::numbersOfTheModelAreNamed()
{
    Layer power(*findLayerType("ops.Power"), "power");
    power = power.with("x2", NumberArray{{}, {2.0}}).value();
    show({std::make_shared<const Layer>(power)}, {1, 6, 7, 2});
    pin({3, 4}, 1);
    const ProductsPicture &picture = page()->tiles()->picture();
    QCOMPARE(picture.tiles.size(), std::size_t{2});
    QCOMPARE(picture.tiles[0].name, u"photo"_s);
    QCOMPARE(picture.tiles[1].name, u"number"_s);
    QCOMPARE(picture.tiles[1].rawValue, 2.0);
}

void TstArithmeticKinds::playingLeavesAGhost()
{
    show({layerOf("Conv2D", "c", {{"filters", std::int64_t{2}}})}, {1, 12, 14, 1});
    pin({3, 4}, 0);
    QVERIFY(!view()->scene().ghost);
    const auto at = [this](std::int64_t row, std::int64_t column) {
        return view()
            ->rectOf({ArithmeticView::Grid::Output, row, column})
            .value_or(QRect())
            .center();
    };
    page()->transport()->setCellsPerSecond(60);
    page()->transport()->setPlaying(true);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return view()->scene().cell != std::vector<std::int64_t>{3, 4};
        },
        5000));
    // The picture follows the playing, the ghost stays where it began …
    QCOMPARE(view()->scene().cell, view()->scene().pinned);
    QCOMPARE(view()->scene().ghost, std::optional(std::vector<std::int64_t>{3, 4}));
    // … or where the pointer rests.
    const Extents before = *page()->explainer()->pinnedCell();
    const QPointF point = at(before[0] + 1, before[1]);
    QMouseEvent move(QEvent::MouseMove, point, view()->mapToGlobal(point), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(view(), &move);
    QVERIFY(QTest::qWaitFor([&] { return *page()->explainer()->pinnedCell() != before; }, 5000));
    QVERIFY(view()->scene().ghost && *view()->scene().ghost != (std::vector<std::int64_t>{3, 4}));
    QCOMPARE(view()->scene().cell, view()->scene().pinned);
    page()->transport()->setPlaying(false);
    settle();
    QVERIFY(!view()->scene().ghost);
}

void TstArithmeticKinds::smallNumbersAreNoZeros()
{
    QCOMPARE(cellDigits(0, 5), u"0.00"_s);
    QCOMPARE(cellDigits(0.25, 5), u"0.25"_s);
    QCOMPARE(cellDigits(-0.25, 5), u"−0.25"_s);
    QCOMPARE(cellDigits(0.0023, 5), u"0.002"_s);
    QCOMPARE(cellDigits(0.00023, 5), u"2e−4"_s);
    QCOMPARE(cellDigits(-0.00023, 5), u"−2e−4"_s);
    QCOMPARE(cellDigits(123.4, 5), u"123.4"_s);
    QCOMPARE(cellDigits(12345678, 5), u"1.2e7"_s);
}

void TstArithmeticKinds::depthwiseKeepsItsNumbersInSight()
{
    // 15 products in the smallest window: more of them are seen beside each other.
    m_window->resize(1024, 700);
    show({layerOf("DepthwiseConv2D", "d", {{"kernel_size", IntList{3, 5}}})}, {1, 12, 14, 2});
    pin({3, 4}, 1);
    ProductTiles *tiles = page()->tiles();
    QCOMPARE(tiles->picture().tiles.size(), std::size_t{15});
    int seen = 0;
    for (int i = 0; i < 15; ++i)
        seen += tiles->viewport()->rect().contains(tiles->tileRect(i)) ? 1 : 0;
    QVERIFY2(seen >= 9, qPrintable(QString::number(seen)));
    // Chosen by key, every product comes into sight.
    tiles->setFocus();
    QTest::keyClick(tiles, Qt::Key_End);
    QVERIFY(tiles->viewport()->rect().contains(tiles->tileRect(14)));
    m_window->resize(1440, 900);
}

void TstArithmeticKinds::aVolumeTellsOfItsOtherSlices()
{
    for (const std::int64_t channels : {1, 2}) {
        show({layerOf("Conv3D", "c", {{"filters", std::int64_t{2}}})}, {1, 8, 10, 12, channels});
        pin({2, 3, 4}, 1);
        const auto number = [](QString text) {
            return text.remove(u"≈ "_s).replace(u'−', u'-').toDouble();
        };
        const std::vector<SumRow> rows = page()->sums()->rows();
        QVERIFY2(rows[0].label.endsWith(u"slice tap 1"_s), qPrintable(rows[0].label));
        QVERIFY2(rows[1].label.endsWith(u"other 2 slice taps"_s), qPrintable(rows[1].label));
        // The tiles above are the first row, and all that stand before the result add up to it.
        QVERIFY(std::abs(number(rows[0].value) - number(page()->tiles()->picture().sum)) < 1e-3);
        double sum = 0;
        for (std::size_t i = 0; i + 1 < rows.size(); ++i)
            sum += number(rows[i].value);
        QVERIFY2(std::abs(sum - number(rows.back().value)) < 1e-4,
                 qPrintable(QString::number(sum)));
        QString status;
        for (const TokenLabel *label : m_window->statusLine()->findChildren<TokenLabel *>()) {
            if (label->accessibleName() == u"Cell"_s)
                status = label->text();
        }
        QVERIFY2(status.contains(u"slices 2–4, rows 3–5, columns 4–6"_s), qPrintable(status));
    }
}

void TstArithmeticKinds::anInterpolationReadsTheLastCell()
{
    show({layerOf("UpSampling2D", "c", {{"interpolation", text("bilinear")}})}, {1, 6, 8, 2});
    pin({0, 15}, 1);
    const std::vector<RuleLine> &rules = view()->scene().rules;
    QCOMPARE(rules[0].cells[0].text, u"−1 → 0"_s);
    QCOMPARE(rules[0].cells[1].text, u"0"_s);
    QCOMPARE(rules[1].cells[0].text, u"7"_s);
    QCOMPARE(rules[1].cells[1].text, u"8 → 7"_s);
}

void TstArithmeticKinds::theScaleEndsBeforeTheOutput()
{
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        m_window->resize(size);
        show({layerOf("Conv2D", "c", {{"filters", std::int64_t{4}}, {"groups", std::int64_t{2}}})},
             {1, 8, 26, 4});
        pin({3, 9}, 1);
        const ArithmeticLayout &at = view()->layoutInUse();
        QVERIFY(at.scale.top() > at.output.rect.bottom() ||
                at.scale.right() < at.output.rect.left() - ArithmeticLayout::kRulerWidth);
    }
    m_window->resize(1440, 900);
}

QTEST_MAIN(TstArithmeticKinds)
#include "tst_arithmetic_kinds.moc"
