// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/layer_results.h"
#include "layers/registry.h"
#include "model/edit.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace convscope;

namespace {

std::shared_ptr<const Input> noise(std::int64_t rows, std::int64_t columns)
{
    std::vector<float> values(static_cast<std::size_t>(rows * columns * 3));
    std::uint32_t state = 1;
    for (float &v : values) {
        state = state * 1664525U + 1013904223U;
        v = static_cast<float>(state >> 8) / 16777216.0F;
    }
    auto input = std::make_shared<Input>();
    input->tensor = Tensor::of({1, rows, columns, 3}, values);
    return input;
}

bool waitUntilUpToDate(LayerResults &results)
{
    return QTest::qWaitFor([&] { return results.isUpToDate() && !results.isRunning(); }, 20000);
}

} // namespace

class TstLayerResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesEveryLayer();
    void computesOnlyFromTheChangedLayerOn();
    void theLatestOfManyEditsWins();
    void aDragKeepsNoStateThatNobodyCanComeBackTo();
    void drawsTheLayerLookedAtBeforeThoseBehindIt();
    void drawsTheLayerLookedAtAlthoughTheRunIsOvertaken();
    void computesWithAKernelWhereALayerHasIt();
    void anIllegalLayerKeepsItsLastMaps();
    void stopsOnRequest();
    void closesWhileItComputes();
};

void TstLayerResults::computesEveryLayer()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(40, 50), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    document.addLayer(1, *findLayerType("Cropping2D"));
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(results.at(-1) != nullptr);
    QVERIFY(!results.at(-1)->picture.thumbnail.isNull());
    QCOMPARE(results.at(0)->result.output.extents(), (Extents{1, 38, 48, 8}));
    QVERIFY(!results.at(1)->picture.thumbnail.isNull());
    QVERIFY(!results.isStale(1));
}

void TstLayerResults::computesOnlyFromTheChangedLayerOn()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(40, 50), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    document.addLayer(1, *findLayerType("Conv2D"));
    document.addLayer(2, *findLayerType("Conv2D"));
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(document.setArgument(1, "padding", std::string("same"), false));
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(results.at(0)->result.fromCache);
    QVERIFY(!results.at(1)->result.fromCache);
    QVERIFY(!results.at(2)->result.fromCache);
    document.undoStack()->undo();
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(results.at(1)->result.fromCache);
    QVERIFY(results.at(2)->result.fromCache);
}

void TstLayerResults::theLatestOfManyEditsWins()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(200, 300), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    for (std::int64_t filters = 1; filters <= 40; ++filters)
        QVERIFY(document.setArgument(0, "filters", filters, true));
    QVERIFY(waitUntilUpToDate(results));
    QCOMPARE(results.at(0)->result.output.extent(-1), 40);
}

void TstLayerResults::aDragKeepsNoStateThatNobodyCanComeBackTo()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(40, 50), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    QVERIFY(waitUntilUpToDate(results));
    const std::int64_t perFilter = 38 * 48 * 4;
    for (std::int64_t filters = 9; filters <= 20; ++filters) {
        QVERIFY(document.setArgument(0, "filters", filters, filters > 9));
        QVERIFY(waitUntilUpToDate(results));
    }
    // The state before the drag, and the one it led to: the drag is one step.
    QCOMPARE(results.cacheBytes(), (8 + 20) * perFilter);
    document.undoStack()->undo();
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(results.at(0)->result.fromCache);
    document.undoStack()->redo();
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(results.at(0)->result.fromCache);
}

void TstLayerResults::drawsTheLayerLookedAtBeforeThoseBehindIt()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(40, 50), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    document.addLayer(1, *findLayerType("Conv2D"));
    QVERIFY(waitUntilUpToDate(results));
    std::vector<Extents> drawn;
    const std::string second = document.model().layer(1).name();
    results.setEarlyDrawing([&] {
        return EarlyDrawing{
            second, [&](const Tensor &output, DataFormat) { drawn.push_back(output.extents()); }};
    });
    QVERIFY(document.setArgument(1, "filters", std::int64_t{5}, false));
    QVERIFY(waitUntilUpToDate(results));
    QCOMPARE(drawn, (std::vector<Extents>{{1, 36, 46, 5}}));
}

/// Or maps would never follow a slider that moves faster than the stack computes.
void TstLayerResults::drawsTheLayerLookedAtAlthoughTheRunIsOvertaken()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(64, 64), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    document.addLayer(1, *findLayerType("Conv2D"));
    QVERIFY(waitUntilUpToDate(results));
    // Longer than a run that is overtaken may take whose layer has been drawn (100 ms).
    results.setKernel(QStringLiteral("reference"));
    QVERIFY(document.setArgument(1, "filters", std::int64_t{100}, false));
    QVERIFY(waitUntilUpToDate(results));
    // And shorter than one may take whose layer has not (1000 ms), on any machine.
    const double milliseconds = results.at(1)->result.milliseconds;
    const auto filters = static_cast<std::int64_t>(std::ceil(100 * 300 / milliseconds));
    std::vector<std::int64_t> drawn;
    const std::string second = document.model().layer(1).name();
    results.setEarlyDrawing([&] {
        return EarlyDrawing{
            second, [&](const Tensor &output, DataFormat) { drawn.push_back(output.extent(-1)); }};
    });
    QVERIFY(document.setArgument(1, "filters", std::int64_t{filters}, false));
    QVERIFY(document.setArgument(1, "filters", std::int64_t{3}, false));
    QVERIFY(waitUntilUpToDate(results));
    QCOMPARE(drawn, (std::vector<std::int64_t>{filters, 3}));
}

void TstLayerResults::computesWithAKernelWhereALayerHasIt()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(40, 50), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    document.addLayer(1, *findLayerType("SeparableConv2D"));
    QVERIFY(waitUntilUpToDate(results));
    results.setKernel(QStringLiteral("reference"));
    QVERIFY(waitUntilUpToDate(results));
    QCOMPARE(results.at(0)->result.kernel, "reference");
    QCOMPARE(results.at(1)->result.kernel, "reference");
    results.setKernel(QStringLiteral("direct"));
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(results.at(0)->result.kernel.starts_with("direct"));
    QVERIFY(!results.isStale(1));
    QVERIFY(results.failure(1) == nullptr);
}

void TstLayerResults::anIllegalLayerKeepsItsLastMaps()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    document.reset({Model{}, noise(20, 20), {}, {}}, {});
    document.addLayer(0, *findLayerType("Conv2D"));
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(document.setArgument(0, "kernel_size", IntList{21, 21}, false));
    QVERIFY(waitUntilUpToDate(results));
    QVERIFY(results.isStale(0));
    QCOMPARE(results.at(0)->result.output.extents(), (Extents{1, 18, 18, 8}));
}

void TstLayerResults::stopsOnRequest()
{
    ModelDocument document;
    LayerResults results(&document, std::make_shared<ActivationCache>(1 << 28));
    results.setLimits(RunLimits::none());
    document.reset({Model{}, noise(1500, 1500), {}, {}}, {});
    Model model = insertLayer(Model{}, 0, *findLayerType("Conv2D"));
    model = setArgument(model, 0, "filters", std::int64_t{64}).value();
    model = setArgument(model, 0, "kernel_size", IntList{31, 31}).value();
    QVERIFY(waitUntilUpToDate(results));
    QSignalSpy finished(&results, &LayerResults::finished);
    document.changeModel(model, QStringLiteral("large"));
    results.stop();
    QVERIFY(finished.wait(20000));
    QVERIFY(finished.front().front().toBool());
    QVERIFY(!results.isUpToDate());
    QVERIFY(results.wasStopped());
}

void TstLayerResults::closesWhileItComputes()
{
    ModelDocument document;
    auto results =
        std::make_unique<LayerResults>(&document, std::make_shared<ActivationCache>(1 << 28));
    results->setLimits(RunLimits::none());
    document.reset({Model{}, noise(1500, 1500), {}, {}}, {});
    Model model = insertLayer(Model{}, 0, *findLayerType("Conv2D"));
    model = setArgument(model, 0, "kernel_size", IntList{31, 31}).value();
    document.changeModel(model, QStringLiteral("large"));
    QVERIFY(results->isRunning());
    results.reset();
    QCOMPARE(document.model().size(), 1);
}

QTEST_MAIN(TstLayerResults)
#include "tst_layer_results.moc"
