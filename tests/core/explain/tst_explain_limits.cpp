// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Explanations where numbers end: nothing to divide by, infinities, layers that are not known.

#include "explain/explain.h"
#include "layers/registry.h"
#include "layers/unknown_layer.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

Tensor tensorFrom(const Extents &extents, const std::vector<float> &values)
{
    return Tensor::of(extents, values);
}

Model modelOf(const char *className, const std::vector<std::pair<std::string, Value>> &arguments,
              const std::vector<Tensor> &weights)
{
    const LayerType &type = *findLayerType(className);
    Layer layer(type, "layer");
    std::vector<std::pair<int, Value>> values;
    for (const auto &[name, value] : arguments)
        values.emplace_back(type.table->indexOf(name), value);
    layer = layer.withParams(*type.table->with(layer.params(), values)).withWeights(weights);
    Model model;
    model.layers.push_back(std::make_shared<const Layer>(layer));
    return model;
}

/// The second of two values, by the layer and by its explanation.
void isTold(const Model &model, const std::vector<float> &values, double expected)
{
    const std::vector<Tensor> inputs{tensorFrom({1, 2}, values)};
    const RunResult result = run(model, inputs, {});
    const auto operands = operandsOf(model, inputs, result, 0);
    QVERIFY2(operands.has_value(), operands ? "" : operands.error().message.c_str());
    const auto told = explain(*operands, {1}, 0);
    QVERIFY2(told.has_value(), told ? "" : told.error().message.c_str());
    const double most = 1e-6 * std::abs(expected);
    QVERIFY2(std::abs(told->recomputed - expected) <= most,
             qPrintable(QString::number(told->recomputed)));
    QVERIFY2(std::abs(told->difference()) <= most, qPrintable(QString::number(told->difference())));
}

} // namespace

class TstExplainLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitNormalization();
    void normalization();
    void infinitiesDoNotDiffer();
    void waitsForAnUnknownClass();
};

void TstExplainLimits::unitNormalization()
{
    const Model model = modelOf("UnitNormalization", {}, {});
    isTold(model, {3, 4}, 0.8);
    isTold(model, {0, 0}, 0);
    // Shorter than the least length that is divided by.
    isTold(model, {0, 1e-13F}, 0.1);
}

void TstExplainLimits::normalization()
{
    const Value mean(NumberArray{{}, {2}});
    const Value variance(NumberArray{{}, {4}});
    isTold(modelOf("Normalization", {{"mean", mean}, {"variance", variance}}, {}), {3, 4}, 1);
    isTold(modelOf("Normalization",
                   {{"mean", mean}, {"variance", variance}, {"invert", Value(true)}}, {}),
           {3, 4}, 10);
    // A deviation is at least 1e-7.
    const std::vector<Tensor> learned{tensorFrom({2}, {0, 1}), tensorFrom({2}, {1, 0}),
                                      tensorFrom({}, {0})};
    isTold(modelOf("Normalization", {}, learned), {3, 4}, 3e7);
}

void TstExplainLimits::infinitiesDoNotDiffer()
{
    Explanation told;
    told.value = std::numeric_limits<float>::infinity();
    told.recomputed = std::numeric_limits<double>::infinity();
    QCOMPARE(told.difference(), 0.0);
    told.recomputed = -told.recomputed;
    QVERIFY(std::isinf(told.difference()));
    told.value = 2;
    told.recomputed = 1.5;
    QCOMPARE(told.difference(), 0.5);
}

void TstExplainLimits::waitsForAnUnknownClass()
{
    Model model;
    model.layers.push_back(
        std::make_shared<const Layer>(Layer(unknownLayerType("MyThing"), "mything_1")));
    model.layers.push_back(std::make_shared<const Layer>(Layer(*findLayerType("ReLU"), "relu")));
    const std::vector<Tensor> inputs{tensorFrom({1, 2}, {3, 4})};
    const RunResult result = run(model, inputs, {});
    const auto operands = convscope::operandsOf(model, inputs, result, 1);
    QVERIFY(!operands.has_value());
    QCOMPARE(operands.error().rule, std::string("E16"));
    const QString said = QString::fromStdString(operands.error().message);
    QVERIFY2(said.contains(u"mything_1"_s) && said.contains(u"not known here"_s) &&
                 !said.contains(u"illegal"_s),
             qPrintable(said));
}

QTEST_APPLESS_MAIN(TstExplainLimits)
#include "tst_explain_limits.moc"
