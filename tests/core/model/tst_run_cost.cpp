// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "model/edit.h"
#include "model/layer_rates.h"
#include "model/run_cost.h"
#include "run/executor.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace convscope;

namespace {

constexpr std::int64_t kAnyMemory = std::numeric_limits<std::int64_t>::max();
const Shape kPhoto{1, 40, 50, 3};

Model stackOf(std::initializer_list<const char *> classes)
{
    Model model;
    for (const char *name : classes)
        model = insertLayer(model, model.size(), *findLayerType(name));
    return model;
}

std::vector<LayerWork> workOf(const Model &model, std::int64_t memory = kAnyMemory)
{
    PlanOptions options;
    options.memory = memory;
    return planRun(model, inferShapes(model, std::span(&kPhoto, 1)), options).layers;
}

LayerWork work(std::int64_t macs, std::int64_t moved, const std::string &kind = "Conv2D")
{
    LayerWork layer;
    layer.kind = kind;
    layer.macs = macs;
    layer.moved = moved;
    return layer;
}

bool isNear(double value, double expected)
{
    return std::abs(value - expected) < 1e-9 * expected;
}

} // namespace

class TstRunCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheWorkOfALayer();
    void idleLayersHaveNoWork();
    void whatFitsNoMemoryFailsAtOnce();
    void theFirstTimeSeenCounts();
    void believesLaterTimesHalfway();
    void aLayerBoundByBytesSaysNothingOfMultiplyAdds();
    void ignoresTimesTooShortToMeasure();
    void isCarefulAboutWhatItHasNotSeen();
    void kindsHaveTheirRates();
    void addsUp();
    void drawingCostsTime();
    void limits_data();
    void limits();
    void knowsOutputsBeforeTheyAreComputed();
};

void TstRunCost::countsTheWorkOfALayer()
{
    const auto all = workOf(stackOf({"Conv2D"}));
    // 8 filters of 3 × 3 by default.
    const std::int64_t output = 38 * 48 * 8 * 4;
    const std::int64_t weights = (3 * 3 * 3 * 8 + 8) * 4;
    QCOMPARE(all[0].kind, "Conv2D");
    QCOMPARE(all[0].macs, 38 * 48 * 8 * 27);
    QCOMPARE(all[0].moved, 40 * 50 * 3 * 4 + weights + output);
    QCOMPARE(all[0].filled, output + weights);
}

void TstRunCost::idleLayersHaveNoWork()
{
    const Model bypassed = setBypassed(stackOf({"Conv2D"}), 0, true);
    QCOMPARE(workOf(bypassed)[0], LayerWork());
    // A sequence layer cannot read a picture; what is behind it waits.
    const auto all = workOf(stackOf({"Conv1D", "Conv2D"}));
    QCOMPARE(all[0], LayerWork());
    QCOMPARE(all[1], LayerWork());
}

void TstRunCost::whatFitsNoMemoryFailsAtOnce()
{
    const auto all = workOf(stackOf({"MaxPooling2D", "UpSampling2D", "Cropping2D"}), 20 * 26 * 12);
    QVERIFY(all[0].moved > 0);
    QCOMPARE(all[1], LayerWork());
    QCOMPARE(all[2], LayerWork());
}

void TstRunCost::theFirstTimeSeenCounts()
{
    MeasuredSpeeds speeds(1);
    speeds.add(work(80'000'000, 4'000'000), 2);
    QVERIFY(isNear(speeds.milliseconds(work(80'000'000, 4'000'000)), 2));
    QVERIFY(isNear(speeds.milliseconds(work(800'000'000, 40'000'000)), 20));
}

void TstRunCost::believesLaterTimesHalfway()
{
    MeasuredSpeeds speeds(1);
    const LayerWork layer = work(80'000'000, 4'000'000);
    speeds.add(layer, 2);
    speeds.add(layer, 8);
    QVERIFY(isNear(speeds.milliseconds(layer), 4));
    for (int i = 0; i < 60; ++i)
        speeds.add(layer, 8);
    QVERIFY(isNear(speeds.milliseconds(layer), 8));
}

void TstRunCost::aLayerBoundByBytesSaysNothingOfMultiplyAdds()
{
    MeasuredSpeeds speeds(1);
    const LayerWork heavy = work(400'000'000, 1'000'000);
    speeds.add(heavy, 4);
    // So few multiply–adds in that time are no news: the bytes took it.
    speeds.add(work(1'000'000, 40'000'000), 20);
    QVERIFY(isNear(speeds.milliseconds(heavy), 4));
    QVERIFY(speeds.milliseconds(work(1'000'000, 80'000'000)) > 20);
}

void TstRunCost::ignoresTimesTooShortToMeasure()
{
    MeasuredSpeeds speeds(1);
    const LayerWork layer = work(1'000'000'000, 1000);
    const double before = speeds.milliseconds(layer);
    speeds.add(work(10, 10), 0.05);
    QCOMPARE(speeds.milliseconds(layer), before);
}

void TstRunCost::isCarefulAboutWhatItHasNotSeen()
{
    MeasuredSpeeds speeds(2);
    const LayerWork layer = work(1'000'000'000, 1'000'000);
    const LayerWork reference = work(1'000'000'000, 1'000'000, "Conv2D/reference");
    const double ratio =
        layerRates(layer.kind).macs / layerRates(reference.kind).macs; // both are bound by these
    QVERIFY(ratio > 5);
    QVERIFY(isNear(speeds.milliseconds(reference), ratio * speeds.milliseconds(layer)));
    QVERIFY(isNear(MeasuredSpeeds(1).milliseconds(layer), 2 * speeds.milliseconds(layer)));
    // What one kind does says nothing of another.
    const double before = speeds.milliseconds(reference);
    speeds.add(layer, 2);
    QCOMPARE(speeds.milliseconds(reference), before);
    QCOMPARE(speeds.milliseconds(LayerWork()), 0.0);
}

void TstRunCost::kindsHaveTheirRates()
{
    const MeasuredSpeeds speeds(1);
    const auto of = [&](const char *kind) {
        return speeds.milliseconds(work(0, 100'000'000, kind));
    };
    for (const LayerType *type : layerTypes())
        QVERIFY2(of(type->className.c_str()) >= 0, type->className.c_str());
    QVERIFY(of("Dropout") < 0.1);
    QVERIFY(of("Reshape") < 0.1);
    QVERIFY(of("ReLU") > 2 && of("ReLU") < 20);
    QVERIFY(of("LayerNormalization") > 5 * of("BatchNormalization"));
    QVERIFY(of("ReLU/reference") > 5 * of("ReLU"));
}

void TstRunCost::addsUp()
{
    MeasuredSpeeds speeds(1);
    speeds.add(work(80'000'000, 4'000'000), 2);
    RunPlan plan;
    plan.layers.assign(3, work(80'000'000, 4'000'000));
    plan.bytes = kAnyMemory;
    const RunCost cost = runCost(plan, speeds);
    QVERIFY(isNear(cost.milliseconds, 6));
    QCOMPARE(cost.bytes, withOverhead(kAnyMemory));
    QCOMPARE(runCost({}, speeds).bytes, std::int64_t{0});
}

/// Random numbers take their time, stored weights none.
void TstRunCost::drawingCostsTime()
{
    MeasuredSpeeds speeds(1);
    LayerWork layer = work(1000, 1000);
    const double stored = speeds.milliseconds(layer);
    layer.drawn = 411'000'000;
    const double drawn = speeds.milliseconds(layer);
    QVERIFY(drawn > stored + 500);
    QVERIFY(drawn < stored + 2000);
    QVERIFY(isNear(2 * (MeasuredSpeeds(2).milliseconds(layer)), drawn));
}

void TstRunCost::limits_data()
{
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<std::int64_t>("bytes");
    QTest::addColumn<bool>("isExceeded");
    QTest::newRow("a usual edit") << 30.0 << std::int64_t{100} << false;
    QTest::newRow("two seconds") << 2000.0 << std::int64_t{100} << false;
    QTest::newRow("more than two seconds") << 2001.0 << std::int64_t{100} << true;
    QTest::newRow("a quarter of the memory") << 30.0 << std::int64_t{250} << false;
    QTest::newRow("more than a quarter") << 30.0 << std::int64_t{251} << true;
}

void TstRunCost::limits()
{
    QFETCH(double, milliseconds);
    QFETCH(std::int64_t, bytes);
    QFETCH(bool, isExceeded);
    QCOMPARE(RunLimits().isExceededBy({milliseconds, bytes}, 1000), isExceeded);
    QVERIFY(!RunLimits::none().isExceededBy({milliseconds, bytes}, 0));
}

void TstRunCost::knowsOutputsBeforeTheyAreComputed()
{
    Model model = stackOf({"Conv2D", "ReLU", "MaxPooling2D", "Conv1D"});
    model = setBypassed(model, 1, true);
    model.seed = 7;
    const Tensor photo = Tensor::of({1, 6, 7, 3}, std::vector<float>(126, 0.5F));
    const Fingerprint input = photo.fingerprint();
    for (const std::string kernel : {"", "reference"}) {
        RunOptions options;
        options.kernel = kernel;
        options.kernelIsWish = true;
        const RunResult result = run(model, std::span(&photo, 1), options);
        const auto known = outputFingerprints(model, result.shapes, std::span(&input, 1), kernel);
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(known[i].has_value());
            QCOMPARE(*known[i] == result.layers[i].output.fingerprint(), true);
        }
        QVERIFY(!known[3].has_value());
    }
}

QTEST_APPLESS_MAIN(TstRunCost)
#include "tst_run_cost.moc"
