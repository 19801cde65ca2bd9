// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Properties hold for every layer that Keras' cases hold for, and a layer made wrong breaks the one
// that is about it.
#include "layers/registry.h"
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
    void aBrokenOneShowsTheSmallestInput();
    void inputsShrinkToWhatMatters();
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
    QVERIFY(outcome->smallestInput.size() <= 2);
    QCOMPARE(outcome->smallestInput.extent(3), 2);
}

void TstProperties::inputsShrinkToWhatMatters()
{
    std::vector<float> values(1 * 7 * 9 * 1, 3.0F);
    values[40] = 17;
    const Tensor input = Tensor::of({1, 7, 9, 1}, values);
    const Tensor smallest = smallestFailing(input, 3, [](const Tensor &tried) {
        return std::any_of(tried.values().begin(), tried.values().end(),
                           [](float x) { return x > 10; });
    });
    QCOMPARE(smallest.extents(), (Extents{1, 1, 1, 1}));
    QCOMPARE(smallest.values()[0], 17.0F);
}

QTEST_APPLESS_MAIN(TstProperties)
#include "tst_properties.moc"
