// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// Explanations of random cells against the values that real Keras computed.

#include "explain/explain.h"
#include "keras/case_file.h"
#include "keras/stored_weights.h"
#include "layers/registry.h"
#include "support/test_paths.h"
#include "testing/case_files.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <random>
#include <set>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

/// Classes of which no file has values that Keras computed; it must shrink.
const QStringList kWithoutKerasValues{};

Extents randomCell(const LayerOperands &operands, std::mt19937 &random)
{
    Extents cell = cellExtents(operands.output.extents(), operands.outputFormat);
    for (std::int64_t &index : cell)
        index = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(index));
    return cell;
}

} // namespace

class TstExplainKeras : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsWhatKerasComputed_data();
    void explainsWhatKerasComputed();
    void kerasHasValuesOfEveryClass();
};

void TstExplainKeras::explainsWhatKerasComputed_data()
{
    QTest::addColumn<QString>("path");
    const std::string folder = sourcePath() + "/tests/data/keras";
    const auto files = findCaseFiles(std::span(&folder, 1));
    QVERIFY(files.errors.empty());
    for (const std::string &file : files.files) {
        // Cases of model files have their architecture there, not in themselves.
        if (file.find("/keras/files/") != std::string::npos)
            continue;
        QTest::addRow("%s", file.substr(file.rfind('/') + 1).c_str())
            << QString::fromStdString(file);
    }
}

void TstExplainKeras::explainsWhatKerasComputed()
{
    QFETCH(QString, path);
    std::mt19937 random(7);
    int explained = 0;
    const auto cases = readTestCases(path.toStdString());
    QVERIFY(cases);
    for (const TestCase &test : *cases) {
        const CaseEntry &entry = test.entry;
        if (test.error || entry.inputs.empty())
            continue;
        auto model = modelOfCase(entry);
        QVERIFY2(model.has_value(), test.name().c_str());
        std::vector<Shape> shapes;
        for (const Tensor &input : entry.inputs)
            shapes.emplace_back(input.extents());
        const auto weighted = withStoredWeights(*model, entry.weights, shapes);
        QVERIFY2(weighted.has_value(), test.name().c_str());
        RunOptions options;
        options.kernel = "reference";
        options.kernelIsWish = true;
        const RunResult result = run(*weighted, entry.inputs, options);
        // Keras' outputs and activations, by layer.
        std::vector<std::pair<int, Tensor>> expected;
        const std::vector<int> outputs = weighted->outputIndices();
        for (std::size_t i = 0; i < std::min(outputs.size(), entry.outputs.size()); ++i)
            expected.emplace_back(outputs[i], entry.outputs[i]);
        for (const auto &[name, tensor] : entry.activations)
            expected.emplace_back(weighted->indexOf(name), tensor);
        for (const auto &[index, keras] : expected) {
            const auto operands = convscope::operandsOf(*weighted, entry.inputs, result, index);
            QVERIFY2(operands.has_value(), test.name().c_str());
            if (keras.size() == 0 || keras.rank() < 2)
                continue;
            double scale = 0;
            for (const float value : keras.values()) {
                if (std::isfinite(value))
                    scale = std::max(scale, static_cast<double>(std::abs(value)));
            }
            for (int probe = 0; probe < 4; ++probe) {
                const Extents cell = randomCell(*operands, random);
                const auto batch = static_cast<std::int64_t>(
                    random() % static_cast<std::uint64_t>(keras.extent(0)));
                const auto told = explain(*operands, cell, batch);
                QVERIFY2(told.has_value(), test.name().c_str());
                Extents at = tensorIndex(cell, operands->outputFormat);
                std::int64_t position = batch;
                for (std::size_t i = 0; i < at.size(); ++i)
                    position = position * keras.extents()[i + 1] + at[i];
                const auto value = static_cast<double>(keras.data()[position]);
                const double allowed = test.tolerance.absolute + test.tolerance.relative * scale;
                QVERIFY2(!std::isfinite(value) || std::abs(told->recomputed - value) <= allowed,
                         qPrintable(u"%1: Keras has %2; %3"_s.arg(
                             QString::fromStdString(test.name()), QString::number(value, 'g', 9),
                             QString::fromStdString(told->className))));
                ++explained;
            }
        }
    }
    // Files of refusals and of shapes alone have no value to explain.
    const bool hasValues = std::any_of(cases->begin(), cases->end(), [](const TestCase &test) {
        return !test.error && !test.entry.inputs.empty() && !test.entry.outputs.empty();
    });
    QCOMPARE(explained > 0, hasValues);
}

void TstExplainKeras::kerasHasValuesOfEveryClass()
{
    // Classes that explainsWhatKerasComputed() holds against Keras' values.
    std::set<std::string> held;
    const std::string folder = sourcePath() + "/tests/data/keras";
    for (const std::string &file : findCaseFiles(std::span(&folder, 1)).files) {
        if (file.find("/keras/files/") != std::string::npos)
            continue;
        const auto cases = readTestCases(file);
        QVERIFY(cases);
        for (const TestCase &test : *cases) {
            if (test.error || test.entry.inputs.empty())
                continue;
            const auto model = modelOfCase(test.entry);
            QVERIFY2(model.has_value(), test.name().c_str());
            const std::vector<int> outputs = model->model.outputIndices();
            std::set<int> layers(
                outputs.begin(),
                outputs.begin() +
                    std::min<std::ptrdiff_t>(std::ssize(outputs), std::ssize(test.entry.outputs)));
            for (const auto &[name, tensor] : test.entry.activations)
                layers.insert(model->model.indexOf(name));
            for (const int layer : layers)
                held.insert(model->model.layer(layer).type().className);
        }
    }
    QStringList missing;
    for (const LayerType *type : layerTypes()) {
        if (!held.contains(type->className))
            missing << QString::fromStdString(type->className);
    }
    QCOMPARE(missing.join(u' '), kWithoutKerasValues.join(u' '));
}

QTEST_APPLESS_MAIN(TstExplainKeras)
#include "tst_explain_keras.moc"
