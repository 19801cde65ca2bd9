// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "model/edit.h"
#include "model/run_plan.h"
#include "model/weights.h"
#include "run/executor.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

using namespace convscope;

namespace {

const Shape kPhoto{1, 16, 16, 1};

Model stackOf(int layers, const char *type = "UpSampling2D")
{
    Model model;
    for (int i = 0; i < layers; ++i)
        model = insertLayer(model, i, *findLayerType(type));
    return model;
}

RunPlan planOf(const Model &model, std::int64_t memory = std::numeric_limits<std::int64_t>::max(),
               std::vector<bool> cached = {})
{
    PlanOptions options;
    options.memory = memory;
    options.isCached = std::move(cached);
    return planRun(model, inferShapes(model, std::span(&kPhoto, 1)), options);
}

Model withFilters(const Model &model, int layer, std::int64_t filters)
{
    return setArgument(model, layer, "filters", filters).value();
}

} // namespace

/// A run added up before it starts.
class TstRunPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputsAreAddedUp();
    void theLayerThatNoLongerFitsIsRefused();
    void whatDoesNotReadItStillRuns();
    void theArithmeticIsStated();
    void sumsBeyondCountingAreRefused();
    void weightsAreCountedOnceForASharedLayer();
    void storedWeightsAreThere();
    void rememberedWeightsAreThere();
    void cachedLayersCostTheirWeightsAlone();
    void nothingIsDrawnForARunThatIsRefused();
};

void TstRunPlan::outputsAreAddedUp()
{
    // 16² cells become 32², 64², 128².
    QCOMPARE(planOf(stackOf(3)).bytes, std::int64_t{4} * (1024 + 4096 + 16384));
    QCOMPARE(planOf(stackOf(0)).bytes, std::int64_t{0});
}

void TstRunPlan::theLayerThatNoLongerFitsIsRefused()
{
    const RunPlan plan = planOf(stackOf(4), 4 * (1024 + 4096 + 16384));
    QVERIFY(!plan.refused[2]);
    QVERIFY(plan.refused[3]);
    QCOMPARE(plan.refusal(), &*plan.refused[3]);
    QCOMPARE(plan.layers[3], LayerWork());
    QCOMPARE(plan.bytes, std::int64_t{4} * (1024 + 4096 + 16384));
    QVERIFY(planOf(stackOf(3), 4 * (1024 + 4096 + 16384)).refusal() == nullptr);
    QVERIFY(planOf(stackOf(3), 4 * (1024 + 4096 + 16384) - 1).refusal() != nullptr);
}

void TstRunPlan::whatDoesNotReadItStillRuns()
{
    Model model = stackOf(2);
    model = insertLayer(model, 2, *findLayerType("Cropping2D"));
    const auto &type = *findLayerType("ReLU");
    model = insertLayer(model, 3, Layer(type, "small").withInputs({"up_sampling2d"}));
    // The second of them is too much; the crop waits for it; the last reads the first.
    const RunPlan plan = planOf(model, 4 * (1024 + 1024));
    QVERIFY(plan.refused[1]);
    QVERIFY(!plan.refused[2]);
    QCOMPARE(plan.layers[2], LayerWork());
    QVERIFY(plan.layers[3].filled > 0);
}

void TstRunPlan::theArithmeticIsStated()
{
    const RunPlan plan = planOf(withFilters(stackOf(1, "Conv2D"), 0, 1 << 20), 1 << 20);
    const Error *error = plan.refusal();
    QVERIFY(error != nullptr);
    QCOMPARE(error->rule, "memory");
    QCOMPARE(error->layer, "conv2d");
    QCOMPARE(error->message,
             "The run does not fit into the memory: its output (1, 14, 14, 1048576) needs 784 MiB, "
             "its weights 40 MiB, the kernel's copy of them 144 MiB; together 968 MiB, but 1 MiB "
             "are free");
}

void TstRunPlan::sumsBeyondCountingAreRefused()
{
    const Model model = withFilters(stackOf(2, "Conv2D"), 0, std::int64_t{1} << 60);
    const RunPlan plan = planOf(model, std::numeric_limits<std::int64_t>::max() - 1);
    const Error *error = plan.refusal();
    QVERIFY(error != nullptr);
    QVERIFY(error->message.find("more than can be addressed") != std::string::npos);
}

void TstRunPlan::weightsAreCountedOnceForASharedLayer()
{
    Model model;
    model.seed = 77;
    const auto &type = *findLayerType("Dense");
    const Layer dense = Layer(type, "dense").with("units", std::int64_t{1}).value();
    model = insertLayer(model, 0, dense);
    const std::int64_t once = planOf(model).layers[0].drawn;
    QCOMPARE(once, std::int64_t{8});
    model = insertLayer(model, 1, dense.withName("again").withSharedWith("dense"));
    const RunPlan plan = planOf(model);
    QCOMPARE(plan.layers[0].drawn, once);
    QCOMPARE(plan.layers[1].drawn, std::int64_t{0});
}

void TstRunPlan::storedWeightsAreThere()
{
    Model model = stackOf(1, "Conv2D");
    const auto shapes = inferShapes(model, std::span(&kPhoto, 1));
    const auto weights = effectiveWeights(model.layer(0), shapes.layers[0].weights, 0).value();
    model = replaceLayer(model, 0, model.layer(0).withWeights(weights));
    QCOMPARE(planOf(model).layers[0].drawn, std::int64_t{0});
    // More filters: the stored part is kept, but the whole is drawn and copied.
    QVERIFY(planOf(withFilters(model, 0, 9)).layers[0].drawn > 0);
}

void TstRunPlan::rememberedWeightsAreThere()
{
    Model model = withFilters(stackOf(1, "Conv2D"), 0, 1 << 16);
    model.seed = 4711;
    const std::int64_t before = planOf(model).layers[0].drawn;
    QVERIFY(before >= (9 << 16) * 4);
    const auto shapes = inferShapes(model, std::span(&kPhoto, 1));
    QVERIFY(effectiveWeights(model.layer(0), shapes.layers[0].weights, model.seed).has_value());
    QVERIFY(planOf(model).layers[0].drawn < before / 2);
    model.seed = 4712;
    QCOMPARE(planOf(model).layers[0].drawn, before);
}

void TstRunPlan::cachedLayersCostTheirWeightsAlone()
{
    const Model model = stackOf(1, "Conv2D");
    const RunPlan plan = planOf(model, std::numeric_limits<std::int64_t>::max(), {true});
    QCOMPARE(plan.layers[0].macs, std::int64_t{0});
    QCOMPARE(plan.bytes, plan.layers[0].drawn);
    QVERIFY(planOf(stackOf(1), 1, {true}).refusal() == nullptr);
}

/// 36 layers that each double rows and columns: every one before the last might be made.
void TstRunPlan::nothingIsDrawnForARunThatIsRefused()
{
    const Model model = stackOf(36);
    const Tensor photo = Tensor::of({1, 16, 16, 1}, std::vector<float>(256, 1));
    RunOptions options;
    options.allOrNothing = true;
    const RunResult result = run(model, std::span(&photo, 1), options);
    QCOMPARE(result.layers.size(), std::size_t{36});
    int refused = 0;
    for (const LayerResult &layer : result.layers) {
        QVERIFY(layer.output.isNull());
        refused += layer.error ? 1 : 0;
    }
    QCOMPARE(refused, 1);
}

QTEST_APPLESS_MAIN(TstRunPlan)
#include "tst_run_plan.moc"
