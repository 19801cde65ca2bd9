// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Slopes pushed back through layers, against differences of what the reference kernels compute.

#include "explain/effective_field.h"
#include "layers/registry.h"
#include "support/random_layers.h"

#include <QTest>

#include <cmath>

using namespace convscope;
using namespace convscope::testing;
using namespace Qt::StringLiterals;

namespace {

RunResult compute(const Model &model, std::span<const Tensor> inputs)
{
    RunOptions options;
    options.kernel = "reference";
    options.kernelIsWish = true;
    return run(model, inputs, options);
}

/// One layer that reads an input of the model for each of its own.
Model modelOf(const RandomLayer &made)
{
    Model model;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < made.inputs.size(); ++i) {
        names.push_back("in" + std::to_string(i));
        model.inputs.push_back({names.back(), Shape(made.inputs[i].extents())});
    }
    model.layers.push_back(std::make_shared<const Layer>(
        made.layer.withName("layer").withWeights(made.weights).withInputs(names)));
    return model;
}

Extents indexAt(std::int64_t position, const Extents &extents)
{
    Extents index(extents.size());
    for (std::size_t i = extents.size(); i-- > 0;) {
        index[i] = position % extents[i];
        position /= extents[i];
    }
    return index;
}

/// What the fields say of one value of an input; 0 outside of them.
double slopeOf(const EffectiveFields &fields, int input, const Extents &index)
{
    for (const EffectiveField &field : fields.inputs) {
        if (field.input != input)
            continue;
        std::int64_t at = 0;
        for (std::size_t i = 0; i < field.extents.size(); ++i) {
            const std::int64_t offset = index[i + 1] - field.first[i];
            if (offset < 0 || offset >= field.extents[i])
                return 0;
            at = at * field.extents[i] + offset;
        }
        return field.slopes[static_cast<std::size_t>(at)];
    }
    return 0;
}

/// Compares slopes with differences at some cells of every input. Returns how many could be told:
/// not those beside a kink.
int compareWithDifferences(const Model &model, const std::vector<Tensor> &inputs,
                           std::mt19937 &random, const QString &what)
{
    const RunResult result = compute(model, inputs);
    const int last = model.size() - 1;
    const Tensor &output = result.layers.back().output;
    const auto position =
        static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(output.size()));
    const Extents at = indexAt(position, output.extents());
    const auto operands = operandsOf(model, inputs, result, last);
    const Extents cell = cellOf({at.begin() + 1, at.end()}, operands->outputFormat);
    const auto fields = effectiveFields(model, inputs, result, last, cell, at[0]);
    if (!fields) {
        QTest::qFail(fields.error().message.c_str(), __FILE__, __LINE__);
        return 0;
    }
    int told = 0;
    for (std::size_t which = 0; which < inputs.size(); ++which) {
        for (int probe = 0; probe < 12; ++probe) {
            const Tensor &input = inputs[which];
            const auto i =
                static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(input.size()));
            const auto difference = [&](float step) {
                double ends[2] = {0, 0};
                for (int side = 0; side < 2; ++side) {
                    std::vector<float> values(input.values().begin(), input.values().end());
                    values[static_cast<std::size_t>(i)] += side == 0 ? -step : step;
                    std::vector<Tensor> changed = inputs;
                    changed[which] = Tensor::of(input.extents(), values);
                    ends[side] = static_cast<double>(
                        compute(model, changed).layers.back().output.data()[position]);
                }
                return (ends[1] - ends[0]) / (2 * static_cast<double>(step));
            };
            const double wide = difference(1.F / 64);
            const double narrow = difference(1.F / 256);
            const Extents index = indexAt(i, input.extents());
            const double said =
                index[0] == at[0] ? slopeOf(*fields, static_cast<int>(which), index) : 0;
            const double noise =
                1e-6 * std::abs(static_cast<double>(output.data()[position])) * 256;
            if (!std::isfinite(wide) ||
                std::abs(wide - narrow) > 2e-3 * (1 + std::abs(narrow)) + noise)
                continue;
            ++told;
            if (std::abs(narrow - said) > 2e-3 * (1 + std::abs(narrow)) + noise)
                QTest::qFail(
                    qPrintable(u"%1: slope %2 in cell %3 of input %4, difference %5"_s.arg(
                        what, QString::number(said), QString::fromStdString(toString(index)),
                        QString::number(which), QString::number(narrow))),
                    __FILE__, __LINE__);
        }
    }
    return told;
}

} // namespace

class TstEffectiveField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slopesOfEveryClass_data();
    void slopesOfEveryClass();
    void slopesOfStacks();
    void saysWhetherItIsExact();
    void stopsWhenAsked();
};

void TstEffectiveField::slopesOfEveryClass_data()
{
    QTest::addColumn<QString>("className");
    for (const LayerType *type : layerTypes())
        QTest::addRow("%s", type->className.c_str()) << QString::fromStdString(type->className);
}

void TstEffectiveField::slopesOfEveryClass()
{
    QFETCH(QString, className);
    const LayerType &type = *findLayerType(className.toStdString());
    std::mt19937 random(qChecksum(className.toLatin1()) + 4U);
    int told = 0;
    for (int round = 0; round < 12; ++round) {
        const auto made = randomLayer(type, random);
        QVERIFY(made.has_value());
        told += compareWithDifferences(
            modelOf(*made), made->inputs, random,
            className + u' ' + QString::fromStdString(toString(made->inputs[0].extents())));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(told >= 3 * 12);
}

void TstEffectiveField::slopesOfStacks()
{
    std::mt19937 random(11);
    const auto types = layerTypes();
    int told = 0;
    for (int stack = 0; stack < 30;) {
        Model model;
        Extents extents{1, 6, 7, 2};
        const std::vector<Tensor> inputs{randomTensor(extents, random)};
        QString what;
        while (model.size() < 3) {
            const LayerType &type = *types[random() % types.size()];
            if (type.minInputs > 1)
                continue;
            const auto made =
                randomLayer(type, random, extents, {"linear", "relu", "tanh", "leaky_relu"});
            // Operations on two tensors may also take one.
            if (!made || made->inputs.size() > 1)
                break;
            const Shape shape(extents);
            extents = inferShape(made->layer, std::span(&shape, 1))->extents().value();
            model.layers.push_back(std::make_shared<const Layer>(
                made->layer.withName("layer" + std::to_string(model.size()))
                    .withWeights(made->weights)));
            what += QString::fromStdString(type.className) + u' ';
        }
        if (model.size() < 3)
            continue;
        ++stack;
        told += compareWithDifferences(model, inputs, random, what);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(told > 100);
}

void TstEffectiveField::saysWhetherItIsExact()
{
    std::mt19937 random(12);
    const auto isExact = [&](const char *className) {
        const auto made =
            randomLayer(*findLayerType(className), random, Extents{1, 4, 4, 2}, {"relu"});
        const Model model = modelOf(*made);
        const RunResult result = compute(model, made->inputs);
        const auto operands = operandsOf(model, made->inputs, result, 0);
        const Extents cell = largestCell(operands->output, operands->outputFormat, 0);
        return effectiveFields(model, made->inputs, result, 0, cell, 0)->isExact;
    };
    QVERIFY(isExact("Conv2D"));
    QVERIFY(isExact("MaxPooling2D"));
    QVERIFY(isExact("BatchNormalization"));
    QVERIFY(!isExact("Softmax"));
    QVERIFY(!isExact("ELU"));
    QVERIFY(!isExact("Multiply"));
}

void TstEffectiveField::stopsWhenAsked()
{
    std::mt19937 random(13);
    RandomLayer made{
        Layer(*findLayerType("Softmax"), "layer"), {randomTensor({1, 5000}, random)}, {}};
    const Model model = modelOf(made);
    const RunResult result = compute(model, made.inputs);
    std::stop_source source;
    source.request_stop();
    const auto fields = effectiveFields(model, made.inputs, result, 0, {3}, 0, source.get_token());
    QVERIFY(!fields.has_value());
    QCOMPARE(fields.error().rule, std::string("cancelled"));
}

QTEST_APPLESS_MAIN(TstEffectiveField)
#include "tst_effective_field.moc"
