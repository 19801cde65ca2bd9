// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_json.h"
#include "layers/registry.h"
#include "model/drawn_weights.h"
#include "model/edit.h"
#include "run/executor.h"

#include <QTest>

using namespace convscope;

/// What a person may ask for at the ends of what can be counted.
class TstExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesOutputsBeyondMemory_data();
    void refusesOutputsBeyondMemory();
    void takesWindowsBeyondCounting_data();
    void takesWindowsBeyondCounting();
    void takesAnEmptyBatch_data();
    void takesAnEmptyBatch();
    void takesWhatIsAtHand();
    void theCacheKeepsItsBudget();
    void runsThatBeginAlikeShareACache();
    void sharedLayersDrawOnce();
    void drawnWeightsAreRememberedWithinTheirBudget();
};

namespace {

LayerResult ran(const QByteArray &className, const QByteArray &config, const Tensor &input)
{
    const QByteArray text = R"({"class_name": ")" + className + R"(", "config": {)" + config + "}}";
    const auto model = modelFromJson(text.toStdString());
    if (!model)
        qFatal("%s", model.error().message.c_str());
    return run(*model, std::span(&input, 1), {}).layers.front();
}

Tensor ramp(Extents extents)
{
    std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i % 11);
    return Tensor::of(std::move(extents), values);
}

} // namespace

void TstExecutor::refusesOutputsBeyondMemory_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("ZeroPadding2D")
        << QByteArray(R"("padding": [[9223372036854775807, 9223372036854775807], [0, 0]])");
    QTest::newRow("UpSampling2D") << QByteArray(R"("size": 4611686018427387904)");
    QTest::newRow("UpSampling1D") << QByteArray(R"("size": 1152921504606846976)");
    QTest::newRow("Conv2DTranspose")
        << QByteArray(R"("filters": 4, "kernel_size": 3, "strides": 1000000)");
    QTest::newRow("Conv2D") << QByteArray(R"("filters": 1099511627776, "kernel_size": 1)");
    QTest::newRow("RepeatVector") << QByteArray(R"("n": 4611686018427387904)");
}

/// At once, before anything is planned for them.
void TstExecutor::refusesOutputsBeyondMemory()
{
    QFETCH(QByteArray, config);
    const QByteArray className = QTest::currentDataTag();
    const Extents extents = className == "RepeatVector"   ? Extents{1, 5}
                            : className == "UpSampling1D" ? Extents{1, 5, 2}
                                                          : Extents{1, 5, 6, 2};
    const LayerResult result = ran(className, config, ramp(extents));
    QVERIFY(result.error);
    QCOMPARE(result.error->rule, "memory");
    QVERIFY(result.output.isNull());
}

void TstExecutor::takesWindowsBeyondCounting_data()
{
    QTest::addColumn<QByteArray>("className");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<float>("expected");
    QTest::newRow("the maximum of all")
        << QByteArray("MaxPooling2D")
        << QByteArray(R"("pool_size": 2305843009213693952, "padding": "same")") << 10.0F;
    QTest::newRow("the mean of all")
        << QByteArray("AveragePooling2D")
        << QByteArray(R"("pool_size": 2305843009213693952, "padding": "same")") << 4.55F;
    QTest::newRow("the tap in the middle alone")
        << QByteArray("Conv2D")
        << QByteArray(R"("filters": 1, "kernel_size": 3, "padding": "same", "strides": 1,
                         "dilation_rate": 2305843009213693952, "kernel_initializer": "ones")")
        << 0.0F;
}

void TstExecutor::takesWindowsBeyondCounting()
{
    QFETCH(QByteArray, className);
    QFETCH(QByteArray, config);
    QFETCH(float, expected);
    const LayerResult result = ran(className, config, ramp({1, 5, 4, 1}));
    QVERIFY2(!result.error, result.error ? result.error->message.c_str() : "");
    QCOMPARE(result.output.data()[0], expected);
}

void TstExecutor::takesAnEmptyBatch_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<int>("rank");
    const QByteArray conv = R"("filters": 4, "kernel_size": 2)";
    for (const int rank : {1, 2, 3}) {
        const QByteArray axes = QByteArray::number(rank) + "D";
        QTest::newRow("Conv" + axes) << conv << rank;
        QTest::newRow("Conv" + axes + "Transpose") << conv << rank;
        QTest::newRow("MaxPooling" + axes) << QByteArray() << rank;
        QTest::newRow("AveragePooling" + axes) << QByteArray(R"("pool_size": 2)") << rank;
        QTest::newRow("GlobalAveragePooling" + axes) << QByteArray() << rank;
        QTest::newRow("UpSampling" + axes) << QByteArray() << rank;
        QTest::newRow("ZeroPadding" + axes) << QByteArray() << rank;
        QTest::newRow("Cropping" + axes) << QByteArray() << rank;
    }
    QTest::newRow("SeparableConv1D") << conv << 1;
    QTest::newRow("SeparableConv2D") << conv << 2;
    QTest::newRow("DepthwiseConv1D") << QByteArray(R"("kernel_size": 2)") << 1;
    QTest::newRow("DepthwiseConv2D") << QByteArray(R"("kernel_size": 2)") << 2;
    QTest::newRow("Flatten") << QByteArray() << 2;
    QTest::newRow("Dense") << QByteArray(R"("units": 3)") << 2;
    QTest::newRow("Softmax") << QByteArray() << 2;
    QTest::newRow("BatchNormalization") << QByteArray() << 2;
}

/// As many results as examples: none, of the shape that was foretold.
void TstExecutor::takesAnEmptyBatch()
{
    QFETCH(QByteArray, config);
    QFETCH(int, rank);
    Extents extents{0};
    for (int axis = 0; axis < rank; ++axis)
        extents.push_back(6);
    extents.push_back(2);
    const QByteArray className = QTest::currentDataTag();
    const LayerResult result = ran(className, config, ramp(extents));
    QVERIFY2(!result.error, result.error ? result.error->message.c_str() : "");
    QCOMPARE(result.output.extent(0), std::int64_t{0});
    const QByteArray text = R"({"class_name": ")" + className + R"(", "config": {)" + config + "}}";
    const auto model = modelFromJson(text.toStdString());
    const std::vector<Shape> shapes{Shape(extents)};
    QCOMPARE(Shape(result.output.extents()).toString(),
             inferShapes(*model, shapes).layers.front().output->toString());
}

namespace {

Model denseStack(std::initializer_list<std::int64_t> units)
{
    Model model;
    for (const std::int64_t count : units) {
        const Layer layer(*findLayerType("Dense"), model.freeName("Dense"));
        model = insertLayer(model, model.size(), layer.with("units", count).value());
    }
    return model;
}

} // namespace

/// Though no cache holds it.
void TstExecutor::takesWhatIsAtHand()
{
    const Tensor input = ramp({1, 5});
    const Model model = denseStack({6, 7});
    const RunResult first = run(model, std::span(&input, 1), {});
    RunOptions options;
    options.atHand = first.layers;
    const Model changed = setArgument(model, 1, "units", std::int64_t{9}).value();
    const RunResult second = run(changed, std::span(&input, 1), options);
    QVERIFY(second.layers[0].fromCache);
    QVERIFY(second.layers[0].output.data() == first.layers[0].output.data());
    QVERIFY(!second.layers[1].fromCache);
}

void TstExecutor::theCacheKeepsItsBudget()
{
    const Tensor input = ramp({1, 5});
    ActivationCache cache(40 * 4);
    RunOptions options;
    options.cache = &cache;
    const Model model = denseStack({30, 20, 50, 10});
    const RunResult result = run(model, std::span(&input, 1), options);
    QVERIFY(cache.bytes() <= cache.budgetBytes());
    // The third is larger than all it may hold.
    QVERIFY(!cache.contains(result.layers[2].output.fingerprint()));
    QVERIFY(cache.contains(result.layers[3].output.fingerprint()));
}

void TstExecutor::runsThatBeginAlikeShareACache()
{
    const Tensor input = ramp({1, 5});
    ActivationCache cache(1 << 20);
    RunOptions options;
    options.cache = &cache;
    QVERIFY(!run(denseStack({6, 7}), std::span(&input, 1), options).layers[0].fromCache);
    const RunResult other = run(denseStack({6, 9}), std::span(&input, 1), options);
    QVERIFY(other.layers[0].fromCache);
    QVERIFY(!other.layers[1].fromCache);
}

void TstExecutor::sharedLayersDrawOnce()
{
    setDrawnWeightBudget(0); // nothing is remembered
    const Tensor input = ramp({1, 5});
    Model model = denseStack({5});
    model = insertLayer(model, 1, model.layer(0).withName("again").withSharedWith("dense"));
    const RunResult result = run(model, std::span(&input, 1), {});
    setDrawnWeightBudget(std::int64_t{128} << 20);
    QVERIFY(result.layers[0].weights[0].data() == result.layers[1].weights[0].data());
}

void TstExecutor::drawnWeightsAreRememberedWithinTheirBudget()
{
    const Tensor input = ramp({1, 5});
    setDrawnWeightBudget(0);
    QCOMPARE(drawnWeightBytes(), std::int64_t{0});
    setDrawnWeightBudget(5 * 1000 * 4 + 1000 * 4 + 1024);
    const Model model = denseStack({1000});
    const auto weights = [&](const Model &m) {
        return run(m, std::span(&input, 1), {}).layers[0].weights;
    };
    const std::vector<Tensor> first = weights(model);
    QVERIFY(weights(model)[0].data() == first[0].data());
    Model other = model;
    other.seed = 3;
    QVERIFY(!(weights(other)[0] == first[0]));
    QVERIFY(drawnWeightBytes() <= 5 * 1000 * 4 + 1000 * 4 + 1024);
    // The first had to go; the same values are drawn again.
    const std::vector<Tensor> again = weights(model);
    QVERIFY(again[0].data() != first[0].data());
    QVERIFY(again[0] == first[0]);
    setDrawnWeightBudget(std::int64_t{128} << 20);
}

QTEST_APPLESS_MAIN(TstExecutor)
#include "tst_executor.moc"
