// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Properties hold for every layer that Keras' cases hold for, and a layer made wrong breaks the one
// that is about it.
#include "layers/registry.h"
#include "layers/time_distributed.h"
#include "support/test_paths.h"
#include "testing/properties.h"
#include "testing/run_probes.h"
#include "testing/shrink.h"
#include "testing/test_case.h"

#include "keras/stored_weights.h"
#include "run/executor.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace convscope;

namespace {

/// Every layer of the cases of one file, with what it read and its weights.
std::vector<LayerProbe> layersOf(const std::string &path)
{
    std::vector<LayerProbe> probes;
    const auto cases = readTestCases(path);
    if (!cases)
        return probes;
    for (const TestCase &test : *cases) {
        if (test.entry.inputs.empty() || test.error)
            continue;
        auto entry = modelOfCase(test.entry);
        if (!entry)
            continue;
        std::vector<Shape> shapes;
        for (const Tensor &input : test.entry.inputs)
            shapes.emplace_back(input.extents());
        const auto model = withStoredWeights(*entry, test.entry.weights, shapes);
        if (!model)
            continue;
        const RunResult run = convscope::run(*model, test.entry.inputs, {});
        for (RunProbe &one : probesOf(*model, test.entry.inputs, run))
            probes.push_back(std::move(one.probe));
    }
    return probes;
}

} // namespace

class TstProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdForEveryCaseOfKeras_data();
    void holdForEveryCaseOfKeras();
    void everyPropertyIsAsked();
    void stepsAreABatch_data();
    void stepsAreABatch();
    void aBrokenOneShowsTheSmallestInput();
    void inputsShrinkToWhatMatters();
    void severalInputsShrinkTogether();
};

void TstProperties::holdForEveryCaseOfKeras_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QString::fromStdString(dataPath("keras")));
    for (const QString &file : folder.entryList({QStringLiteral("*.npz")}))
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TstProperties::holdForEveryCaseOfKeras()
{
    QFETCH(QString, file);
    for (const LayerProbe &probe : layersOf(file.toStdString())) {
        const bool isFinite =
            std::all_of(probe.inputs.front().values().begin(), probe.inputs.front().values().end(),
                        [](float x) { return std::isfinite(x); });
        for (const Property &property : properties()) {
            // Sums with infinities are not numbers, whichever layer makes them.
            if (property.whyNot(probe) || !isFinite)
                continue;
            const auto outcome = property.check(probe, {1e-4, 1e-4, false});
            QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
            QVERIFY2(outcome->holds, (std::string(property.name) + " of " +
                                      probe.layer.type().className + ": " + outcome->said.text())
                                         .c_str());
        }
    }
}

void TstProperties::everyPropertyIsAsked()
{
    std::set<std::string_view> asked;
    for (const char *file : {"keras/conv2d.npz", "keras/zero_padding2d.npz"}) {
        for (const LayerProbe &probe : layersOf(dataPath(file))) {
            for (const Property &property : properties()) {
                if (!property.whyNot(probe))
                    asked.insert(property.name);
            }
        }
    }
    for (const Property &property : properties()) {
        QVERIFY2(asked.contains(property.name), std::string(property.name).c_str());
        QVERIFY(findProperty(property.name) == &property);
    }
    QVERIFY(findProperty("nonsense") == nullptr);
}

void TstProperties::stepsAreABatch_data()
{
    QTest::addColumn<QString>("className");
    QTest::addColumn<QString>("format");
    for (const char *name : {"Conv2D", "ZeroPadding2D"}) {
        for (const char *format : {"channels_last", "channels_first"})
            QTest::addRow("%s, %s", name, format) << name << format;
    }
}

void TstProperties::stepsAreABatch()
{
    // Within TimeDistributed a layer's axes stand one further: whoever forgot it would shift or
    // turn others.
    QFETCH(QString, className);
    QFETCH(QString, format);
    const LayerType &inner = *findLayerType(className.toStdString());
    const Layer layer =
        Layer(timeDistributed(inner), "steps").with("data_format", format.toStdString()).value();
    double x = 0.3;
    const auto wave = [&](const Extents &extents) {
        return makeTensor(extents, "values",
                          [&](const Extents &) { return static_cast<float>(std::sin(x += 0.9)); })
            .value();
    };
    LayerProbe probe{layer, {wave({2, 3, 6, 7, 5})}, {}, {}, {}};
    const std::vector<Shape> shapes{Shape(probe.inputs[0].extents())};
    for (const WeightSpec &spec : weightSpecs(layer, shapes))
        probe.weights.push_back(wave(spec.shape));
    for (const char *name :
         {"data_format", "shift", "explanation", className == u"Conv2D" ? "impulse" : "crop_pad"}) {
        const Property &property = *findProperty(name);
        const auto reason = property.whyNot(probe);
        QVERIFY2(!reason, name);
        const auto outcome = property.check(probe, {1e-4, 1e-4, false});
        QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
        QVERIFY2(outcome->holds, outcome->said.text().c_str());
    }
    // The cell that is named is one of the output with its steps.
    QCOMPARE(findProperty("shift")->check(probe, {})->worstIndex.size(), std::size_t{5});
}

void TstProperties::aBrokenOneShowsTheSmallestInput()
{
    // "Linear" asked of a layer that is not: it must fail, and one cell is enough to show it.
    const Property linear = *findProperty("linear");
    const Property asked{"asked", linear.title, [](const LayerProbe &) { return std::nullopt; },
                         linear.check};
    const Layer relu(*findLayerType("ReLU"), "relu");
    std::vector<float> values(4 * 5 * 6 * 2);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = i % 3 == 0 ? -1.5F : 2.25F;
    const LayerProbe probe{relu, {Tensor::of({4, 5, 6, 2}, values)}, {}, {}, {}};
    const auto outcome = checkProperty(asked, probe, {});
    QVERIFY(outcome && !outcome->holds);
    QCOMPARE(outcome->smallestInputs.size(), std::size_t{1});
    QVERIFY(outcome->smallestInputs[0].size() <= 2);
    QCOMPARE(outcome->smallestInputs[0].extent(3), 2);
}

void TstProperties::inputsShrinkToWhatMatters()
{
    std::vector<float> values(1 * 7 * 9 * 1, 3.0F);
    values[40] = 17;
    const Tensor input = Tensor::of({1, 7, 9, 1}, values);
    const auto smallest = smallestFailing({input}, {3}, [](const std::vector<Tensor> &tried) {
        return std::any_of(tried[0].values().begin(), tried[0].values().end(),
                           [](float x) { return x > 10; });
    });
    QCOMPARE(smallest.size(), std::size_t{1});
    QCOMPARE(smallest[0].extents(), (Extents{1, 1, 1, 1}));
    QCOMPARE(smallest[0].values()[0], 17.0F);
}

void TstProperties::severalInputsShrinkTogether()
{
    // Maximum is not linear: one cell of two inputs shows it, and their shapes go on fitting.
    const Property linear = *findProperty("linear");
    const Property asked{"asked", linear.title, [](const LayerProbe &) { return std::nullopt; },
                         linear.check};
    const auto wave = [](const Extents &extents, double x) {
        return makeTensor(extents, "values",
                          [&](const Extents &) { return static_cast<float>(std::sin(x += 0.9)); })
            .value();
    };
    const Layer maximum(*findLayerType("Maximum"), "maximum");
    for (const Extents &second : {Extents{2, 6, 5, 2}, Extents{2, 1, 5, 2}}) {
        const LayerProbe probe{maximum, {wave({2, 6, 5, 2}, 0.2), wave(second, 3.1)}, {}, {}, {}};
        const auto outcome = checkProperty(asked, probe, {});
        QVERIFY(outcome && !outcome->holds);
        QCOMPARE(outcome->smallestInputs.size(), std::size_t{2});
        LayerProbe smaller = probe;
        smaller.inputs = outcome->smallestInputs;
        const auto again = asked.check(smaller, {});
        QVERIFY(again && !again->holds);
        for (const Tensor &input : outcome->smallestInputs)
            QCOMPARE(input.extents(), (Extents{1, 1, 1, 2}));
    }
    // Along other axes than the channels inputs may differ: each shrinks by itself there.
    const Layer joined =
        Layer(*findLayerType("Concatenate"), "concatenate").with("axis", std::int64_t{1}).value();
    const Property never{"never", linear.title, [](const LayerProbe &) { return std::nullopt; },
                         [](const LayerProbe &probe, const Tolerance &) -> Result<PropertyOutcome> {
                             const auto output = probe.compute();
                             if (!output)
                                 return fail(output.error());
                             PropertyOutcome outcome;
                             outcome.holds = false;
                             return outcome;
                         }};
    const LayerProbe probe{joined, {wave({1, 6, 5, 2}, 0.2), wave({1, 3, 5, 2}, 1)}, {}, {}, {}};
    const auto outcome = checkProperty(never, probe, {});
    QVERIFY(outcome && !outcome->holds);
    for (const Tensor &input : outcome->smallestInputs) {
        QCOMPARE(input.extents(), (Extents{1, 1, 1, 2}));
        QCOMPARE(input.values()[0], 0.0F);
    }
}

QTEST_APPLESS_MAIN(TstProperties)
#include "tst_properties.moc"
