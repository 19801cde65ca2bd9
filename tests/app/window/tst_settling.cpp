// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The window comes to rest whatever is opened: without an input, without a layer, with thousands of
// them; and its parts have their places from the first picture on.
#include "layers/registry.h"
#include "pages/explore/explore_page.h"
#include "params/inspector.h"
#include "stack/stack_panel.h"
#include "support/window_look.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/shape_ribbon.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QElapsedTimer>
#include <QListView>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Keras config of a stack of activations over pictures of 8 × 8 × 3.
QByteArray activations(int count)
{
    QByteArray layers = R"({"class_name": "InputLayer", "config": {"batch_input_shape":)"
                        R"( [null, 8, 8, 3]}})";
    for (int i = 0; i < count; ++i)
        layers += R"(, {"class_name": "Activation", "config": {"activation": "relu", "name": "a)" +
                  QByteArray::number(i) + R"("}})";
    return R"({"class_name": "Sequential", "config": {"name": "s", "layers": [)" + layers + "]}}";
}

const QByteArray kInputIsOutput =
    R"({"class_name": "Functional", "config": {"name": "f", "layers": [
        {"class_name": "InputLayer", "name": "i", "inbound_nodes": [],
         "config": {"batch_input_shape": [null, 8, 8, 3], "name": "i"}}],
        "input_layers": [["i", 0, 0]], "output_layers": [["i", 0, 0]]}})";

} // namespace

class TstSettling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void withoutAnInput_data();
    void withoutAnInput();
    void aLayerThatMovesUp();
    void thousandsOfLayers();
    void theStatusNamesAProblemAndTheRest();
    void sidesHaveTheirWidths_data();
    void sidesHaveTheirWidths();

private:
    bool settle();
    bool openModel(const QByteArray &json);

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TstSettling::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
}

bool TstSettling::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

bool TstSettling::openModel(const QByteArray &json)
{
    QFile file(m_folder.filePath(u"model.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return false;
    file.close();
    m_window->open(file.fileName());
    return settle() && m_window->statusLine()->failure().isEmpty();
}

void TstSettling::withoutAnInput_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("a stack") << activations(2);
    QTest::newRow("a model whose output is its input") << kInputIsOutput;
}

void TstSettling::withoutAnInput()
{
    QFETCH(QByteArray, model);
    QVERIFY(openModel(model));
    QCOMPARE(m_window->centre()->currentWidget(), m_window->page<ExplorePage>());
    QVERIFY(m_window->page<ExplorePage>()->panel()->map()->isEmpty());
    QCOMPARE(m_window->statusLine()->stateText(), u"No input"_s);
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    m_window->document()->addLayer(0, *findLayerType("ReLU"));
    QVERIFY(settle());
    // The maps of before are gone with their input.
    m_window->openFirstLook();
    QVERIFY(settle());
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 16);
    m_window->document()->setInput(nullptr, u"no input"_s);
    QVERIFY(settle());
    QVERIFY(m_window->page<ExplorePage>()->panel()->map()->isEmpty());
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 0);
}

void TstSettling::aLayerThatMovesUp()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    m_window->document()->setBypassed(0, true);
    m_window->selection()->selectLayer(1);
    QVERIFY(settle());
    // What a bypassed layer gives is what it takes: without it the next one shows the same maps.
    m_window->document()->removeLayer(0);
    QVERIFY(settle());
    QCOMPARE(m_window->selection()->layer(), 0);
}

void TstSettling::thousandsOfLayers()
{
    constexpr int kLayers = 3000;
    QVERIFY(openModel(activations(kLayers)));
    auto input = std::make_shared<Input>();
    input->tensor = Tensor::of({1, 8, 8, 3}, std::vector<float>(192, 0));
    input->title = verbatim("zeros");
    QSignalSpy progressed(m_window->results(), &LayerResults::progressed);
    QElapsedTimer clock;
    clock.start();
    m_window->document()->setInput(std::move(input), u"zeros"_s);
    QVERIFY(settle());
    QVERIFY(m_window->results()->isUpToDate());
    // However many layers end, the window follows them frame by frame.
    QVERIFY(progressed.count() <= clock.elapsed() / 30 + 3);
    QCOMPARE(m_window->ribbon()->count(), kLayers + 1);
    QCOMPARE(m_window->ribbon()->face(kLayers).state, RibbonFace::State::Ok);
    QVERIFY(!m_window->ribbon()->face(kLayers).picture.isNull());
    m_window->selection()->selectLayer(kLayers - 1);
    QVERIFY(settle());
    QCOMPARE(m_window->stackPanel()->selected(), kLayers - 1);
    QVERIFY(
        m_window->ribbon()->viewport()->rect().intersects(m_window->ribbon()->columnRect(kLayers)));
}

void TstSettling::theStatusNamesAProblemAndTheRest()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    StatusLine *status = m_window->statusLine();
    QVERIFY(status->restText().isEmpty());
    m_window->document()->setArgument(1, "pool_size", IntList{301, 2}, false);
    QVERIFY(settle());
    QCOMPARE(status->stateText(), u"max_pooling2d cannot run; 3 layers wait"_s);
    QVERIFY(status->restText().startsWith(u"1 layer up to date · "_s));
    m_window->document()->setArgument(1, "pool_size", IntList{2, 2}, false);
    QVERIFY(settle());
    QVERIFY(status->stateText().startsWith(u"Up to date"));
    QVERIFY(status->restText().isEmpty());
}

void TstSettling::sidesHaveTheirWidths_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("stack");
    QTest::addColumn<int>("inspector");
    QTest::newRow("compact") << QSize(1024, 700) << 208 << 272;
    QTest::newRow("usual") << QSize(1440, 900) << 264 << 304;
    QTest::newRow("wide") << QSize(2560, 1440) << 300 << 340;
}

void TstSettling::sidesHaveTheirWidths()
{
    QFETCH(QSize, size);
    QFETCH(int, stack);
    QFETCH(int, inspector);
    // From its first picture on, and where a shown window gets another size.
    MainWindow fresh(&m_look->theme(), false);
    fresh.resize(size);
    fresh.show();
    m_window->resize(size);
    m_window->openFirstLook();
    QVERIFY(settle());
    for (MainWindow *window : {&fresh, m_window.get()}) {
        QCOMPARE(window->size(), size);
        QCOMPARE(window->stackPanel()->width(), stack);
        QCOMPARE(window->inspector()->width(), inspector);
    }
}

QTEST_MAIN(TstSettling)
#include "tst_settling.moc"
