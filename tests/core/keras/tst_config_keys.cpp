// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_json.h"
#include "keras/model_json.h"
#include "keras/operation_nodes.h"
#include "keras/plain_json.h"
#include "model/repairs.h"
#include "model/shape_inference.h"
#include "support/test_paths.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <fstream>
#include <sstream>

using namespace convscope;

/// Configs as every class writes them in Keras 2 and 3, and valid files that people met refusals
/// with.
class TstConfigKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatEveryClassWrites_data();
    void opensWhatEveryClassWrites();
    void unwrapsWhatPythonWrapped_data();
    void unwrapsWhatPythonWrapped();
    void readsPythonsNumbers_data();
    void readsPythonsNumbers();
    void opensReportedFiles_data();
    void opensReportedFiles();
    void refusesWithTheCause_data();
    void refusesWithTheCause();
    void notesAnotherTypeOnce();
    void offersChannelsFirst();
};

namespace {

std::string textOf(const std::string &path)
{
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string reported(const QByteArray &name)
{
    return textOf(dataPath("keras/reported/" + name.toStdString() + ".json"));
}

const Json &configs()
{
    static const Json document = Json::parse(textOf(dataPath("keras/configs.json")));
    return document;
}

} // namespace

void TstConfigKeys::opensWhatEveryClassWrites_data()
{
    QTest::addColumn<int>("index");
    QVERIFY(configs().size() > 120);
    for (std::size_t i = 0; i < configs().size(); ++i) {
        const Json &entry = configs().at(i);
        QTest::addRow("%s of Keras %s", entry["layer"]["class_name"].get<std::string>().c_str(),
                      entry["keras_version"].get<std::string>().c_str())
            << static_cast<int>(i);
    }
}

void TstConfigKeys::opensWhatEveryClassWrites()
{
    QFETCH(int, index);
    const Json &entry = configs().at(static_cast<std::size_t>(index));
    const KerasVersion version = kerasVersion(entry["keras_version"].get<std::string>());
    const auto layer = layerFromJson(entry["layer"], version);
    QVERIFY2(layer, layer ? "" : layer.error().message.c_str());
    // What is written opens as the same layer, in Keras 3's words.
    const auto again = layerFromJson(layerToJson(layer->layer), KerasVersion{});
    QVERIFY2(again, again ? "" : again.error().message.c_str());
    QVERIFY(again->layer == layer->layer);
}

void TstConfigKeys::unwrapsWhatPythonWrapped_data()
{
    QTest::addColumn<QByteArray>("wrapped");
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("a number of NumPy in old tf.keras")
        << QByteArray(R"({"type": "ndarray", "value": 6.0})") << QByteArray("6.0");
    QTest::newRow("an array of NumPy")
        << QByteArray(R"({"class_name": "__numpy__", "config": {"value": [1, 2], "dtype": "int"}})")
        << QByteArray("[1,2]");
    QTest::newRow("a tuple") << QByteArray(R"({"class_name": "__tuple__", "items": [3, null]})")
                             << QByteArray("[3,null]");
    QTest::newRow("a shape") << QByteArray(R"({"class_name": "TensorShape", "items": [null, 8]})")
                             << QByteArray("[null,8]");
    QTest::newRow("inside others") << QByteArray(R"({"a": [{"type": "ndarray", "value": [0.5]}]})")
                                   << QByteArray(R"({"a":[[0.5]]})");
    QTest::newRow("other objects stay") << QByteArray(R"({"class_name": "Zeros", "config": {}})")
                                        << QByteArray(R"({"class_name":"Zeros","config":{}})");
}

void TstConfigKeys::unwrapsWhatPythonWrapped()
{
    QFETCH(QByteArray, wrapped);
    QFETCH(QByteArray, plain);
    QCOMPARE(QByteArray::fromStdString(jsonText(plainJson(Json::parse(wrapped.toStdString())))),
             plain);
}

void TstConfigKeys::readsPythonsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("not a number") << QByteArray("[NaN]") << QByteArray("[NaN]");
    QTest::newRow("infinite") << QByteArray("[Infinity, -Infinity]")
                              << QByteArray("[Infinity, -Infinity]");
    QTest::newRow("as texts they stay")
        << QByteArray(R"(["NaN", "\"Infinity", 1])") << QByteArray(R"(['NaN', '"Infinity', 1])");
    QTest::newRow("beside texts") << QByteArray(R"({"NaN": NaN})") << QByteArray(R"({'NaN': NaN})");
}

void TstConfigKeys::readsPythonsNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    const auto json = parseJson(text.toStdString(), "the text");
    QVERIFY2(json, json ? "" : json.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(pythonText(*json)), words);
}

void TstConfigKeys::opensReportedFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char *says, const char *file, const char *output) {
        QTest::newRow(says) << QByteArray(file) << QByteArray(output);
    };
    row("SpatialDropout with Keras 2's noise_shape", "spatial_dropout_keras2", "(None, 8, 10, 2)");
    row("numbers of NumPy in TensorFlow 1", "relu6_ndarray_tf1", "(None, 8, 10, 2)");
    row("operators with a number", "op_with_constant_keras3", "(None, 8, 10, 2)");
    row("a layer as activation", "activation_layer_keras3", "(None, 8, 10, 2)");
    row("a mixed policy", "mixed_float16", "(None, 8, 10, 2)");
    row("Normalization with stated numbers", "normalization_keras3", "(None, 8, 10, 2)");
}

void TstConfigKeys::opensReportedFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, output);
    const auto model = modelFromJson(reported(file));
    QVERIFY2(model, model ? "" : model.error().message.c_str());
    const ModelShapes shapes = inferShapes(*model, inputShapes(*model));
    QVERIFY(!shapes.hasErrors());
    QCOMPARE(QByteArray::fromStdString(shapes.layers.back().output->toString()), output);
    // It is written as Keras 3 reads it, and reads back equal.
    const auto again = modelFromJson(modelToJson(*model));
    QVERIFY2(again, again ? "" : again.error().message.c_str());
    QVERIFY(*again == *model);
}

void TstConfigKeys::refusesWithTheCause_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("not a number as a factor")
        << QByteArray("nan_regularizer") << QByteArray("l2 of L1L2 must be a finite number");
    QTest::newRow("Keras 1 without its version")
        << QByteArray("keras1_without_version") << QByteArray("written by Keras 1 (nb_filter,");
    QTest::newRow("the kernel of a depthwise layer")
        << QByteArray("depthwise_kernel_initializer")
        << QByteArray("Did you mean 'depthwise_initializer'?");
    QTest::newRow("an integer type")
        << QByteArray("uint8_input") << QByteArray("dtype must be 'float32'");
}

void TstConfigKeys::refusesWithTheCause()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, part);
    // A layer that takes an argument of its file for illegal opens as illegal.
    const auto model = modelFromJson(reported(file));
    QByteArray said;
    if (!model) {
        said = QByteArray::fromStdString(model.error().message);
    } else {
        for (const auto &layer : model->layers) {
            if (const RefusedArgument *refused = layer->refusedArgument())
                said = QByteArray::fromStdString(refused->error.message);
        }
    }
    QVERIFY2(said.contains(part), said.constData());
    QVERIFY2(!said.contains("quantised"), said.constData());
}

void TstConfigKeys::notesAnotherTypeOnce()
{
    const auto entry = modelFromJson(Json::parse(reported("mixed_float16")), std::nullopt);
    QVERIFY2(entry, entry ? "" : entry.error().message.c_str());
    QCOMPARE(entry->warnings.size(), std::size_t(1));
    QVERIFY(entry->warnings.front().text().find("mixed_float16") != std::string::npos);
    const Json dtype = layerToJson(entry->model.layer(0))["config"]["dtype"];
    const auto policy = policyOf(dtype);
    QVERIFY(policy);
    QCOMPARE(QByteArray::fromStdString(*policy), QByteArray("mixed_float16"));
}

void TstConfigKeys::offersChannelsFirst()
{
    const auto model = modelFromJson(reported("channels_first_by_mistake"));
    QVERIFY2(model, model ? "" : model.error().message.c_str());
    const auto repairs = findRepairs(*model, inputShapes(*model), 0);
    const auto found = std::find_if(repairs.begin(), repairs.end(), [](const Repair &repair) {
        return repair.argument == "data_format";
    });
    QVERIFY(found != repairs.end());
    QCOMPARE(QByteArray::fromStdString(found->output.toString()), QByteArray("(None, 2, 26, 26)"));
}

QTEST_APPLESS_MAIN(TstConfigKeys)
#include "tst_config_keys.moc"
