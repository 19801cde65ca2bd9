// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/case_file.h"
#include "keras/load_model.h"
#include "keras/save_model.h"
#include "keras/stored_weights.h"
#include "model/edit.h"
#include "model/shape_inference.h"
#include "support/test_paths.h"
#include "tensor/file_bytes.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace convscope;

class TstModelJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFormOfSequential_data();
    void readsEveryFormOfSequential();
    void readsABareLayer();
    void readsSharedLayers();
    void readsModelsInsideModels_data();
    void readsModelsInsideModels();
    void readsModelsInsideModelsAsOutputs_data();
    void readsModelsInsideModelsAsOutputs();
    void readsBranchesInAnyOrder();
    void readsOldFunctionalModels();
    void refusesBrokenModels_data();
    void refusesBrokenModels();
    void everyStackReadsBackEqual();
    void savesAndLoadsCases();
    void keepsBypassedLayersAndTheSeed();
    void givesWeightsToLayersInOrder();
    void explainsWrongWeights();
    void explainsFilesThatAreNoModels_data();
    void explainsFilesThatAreNoModels();
};

namespace {

const char *const kConv = R"({"class_name": "Conv2D", "config": {"name": "c", "filters": 4,
    "kernel_size": [3, 3]}})";

std::string names(const Model &model)
{
    std::string out;
    for (const auto &layer : model.layers)
        out += (out.empty() ? "" : " ") + layer->name();
    return out;
}

std::string reads(const Model &model, const char *layer)
{
    std::string out;
    for (const std::string &name : model.layer(model.indexOf(layer)).inputs())
        out += (out.empty() ? "" : " ") + name;
    return out;
}

Model read(const std::string &text)
{
    auto model = modelFromJson(text);
    if (!model)
        qFatal("%s", model.error().message.c_str());
    return std::move(*model);
}

std::string entry(const std::string &className, const std::string &name,
                  const std::string &arguments, const std::string &nodes)
{
    return R"({"class_name": ")" + className + R"(", "name": ")" + name +
           R"(", "config": {"name": ")" + name + '"' + (arguments.empty() ? "" : ", " + arguments) +
           R"(}, "inbound_nodes": )" + nodes + "}";
}

std::string functional(const std::string &className, const std::string &layers,
                       const std::string &inputs, const std::string &outputs)
{
    return R"({"class_name": ")" + className + R"(", "config": {"name": "m", "layers": [)" +
           layers + R"(], "input_layers": )" + inputs + R"(, "output_layers": )" + outputs + "}}";
}

const std::string kInput =
    entry("InputLayer", "in", R"("batch_input_shape": [null, 8, 8, 2])", "[]");
const std::string kConvArguments = R"("filters": 2, "kernel_size": [1, 1])";

Tensor ramp(Extents extents)
{
    std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i) / 8;
    return Tensor::of(std::move(extents), values);
}

} // namespace

void TstModelJson::readsEveryFormOfSequential_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("input");
    const QByteArray conv(kConv);
    QByteArray first = conv;
    first.replace(R"("name": "c",)", R"("name": "c", "batch_input_shape": [null, 8, 8, 3],)");
    const QByteArray flatten = R"({"class_name": "Flatten", "config": {"name": "f"}})";
    QTest::newRow("a list of layers (2.0)")
        << R"({"class_name": "Sequential", "config": [)" + first + ", " + flatten +
               R"(], "keras_version": "2.1.6", "backend": "tensorflow"})"
        << QByteArray("(None, 8, 8, 3)");
    QTest::newRow("a name and layers (2.3)")
        << R"({"class_name": "Sequential", "config": {"name": "s", "layers": [)" + first + ", " +
               flatten + R"(]}, "keras_version": "2.3.1"})"
        << QByteArray("(None, 8, 8, 3)");
    QTest::newRow("the shape it was built for (2.3)")
        << R"({"class_name": "Sequential", "config": {"name": "s", "layers": [)" + conv + ", " +
               flatten + R"(], "build_input_shape": [null, null, 8, 3]}})"
        << QByteArray("(None, None, 8, 3)");
    QTest::newRow("an input layer (tf.keras)")
        << R"({"class_name": "Sequential", "config": {"name": "s", "layers": [{"class_name":
              "InputLayer", "config": {"batch_input_shape": [null, 8, 8, 3], "dtype": "float32",
              "sparse": false, "ragged": false, "name": "input_1"}}, )" +
               conv + ", " + flatten + R"(]}, "keras_version": "2.15.0"})"
        << QByteArray("(None, 8, 8, 3)");
    QTest::newRow("an input layer (3)")
        << R"({"module": "keras", "class_name": "Sequential", "config": {"name": "s", "layers":
              [{"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape":
              [2, 8, 8, 3], "dtype": "float32", "name": "input_layer"}}, )" +
               conv + ", " + flatten + R"(]}, "registered_name": null, "compile_config": {}})"
        << QByteArray("(2, 8, 8, 3)");
    QTest::newRow("no shape at all")
        << R"({"class_name": "Sequential", "config": {"name": "s", "layers": [)" + conv + ", " +
               flatten + "]}}"
        << QByteArray("()");
}

void TstModelJson::readsEveryFormOfSequential()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, input);
    const Model model = read(text.toStdString());
    QCOMPARE(names(model), "c f");
    QCOMPARE(reads(model, "c"), "");
    QCOMPARE(reads(model, "f"), "");
    QCOMPARE(QByteArray::fromStdString(inputShapes(model).front().toString()), input);
    QVERIFY(model.outputs.empty());
}

void TstModelJson::readsABareLayer()
{
    const Model model =
        read(R"({"module": "keras.layers", "class_name": "Conv2DTranspose", "config": {"name": "t",
            "filters": 2, "kernel_size": 3}, "build_config": {"input_shape": [null, 6, 6, 5]}})");
    QCOMPARE(names(model), "t");
    QVERIFY(inputShapes(model).front() == Shape({std::nullopt, 6, 6, 5}));
    const Model unnamed = read(R"({"class_name": "UpSampling2D", "config": {}})");
    QCOMPARE(names(unnamed), "up_sampling2d");
}

void TstModelJson::readsSharedLayers()
{
    const Model model = read(functional(
        "Model",
        kInput + ", " +
            entry("InputLayer", "in2", R"("batch_input_shape": [null, 8, 8, 2])", "[]") + ", " +
            entry("Conv2D", "shared", kConvArguments,
                  R"([[["in", 0, 0, {}]], [["in2", 0, 0, {}]]])") +
            ", " + entry("Add", "add", "", R"([[["shared", 0, 0, {}], ["shared", 1, 0, {}]]])"),
        R"([["in", 0, 0], ["in2", 0, 0]])", R"([["add", 0, 0]])"));
    QCOMPARE(names(model), "shared shared:2 add");
    QCOMPARE(model.layer(1).sharedWith(), "shared");
    QCOMPARE(reads(model, "shared:2"), "in2");
    QCOMPARE(reads(model, "add"), "shared shared:2");
    QCOMPARE(inferShapes(model, inputShapes(model)).params, 6);
}

void TstModelJson::readsModelsInsideModels_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("firstNode");
    QTest::newRow("Keras 3 counts calls from 0") << QByteArray("3.15.1") << 0;
    QTest::newRow("Keras 2 counts the building as call 0") << QByteArray("2.15.0") << 1;
    QTest::newRow("numbers that contradict the version are believed") << QByteArray("2.15.0") << 0;
}

void TstModelJson::readsModelsInsideModels()
{
    QFETCH(QByteArray, version);
    QFETCH(int, firstNode);
    const std::string inner =
        R"({"class_name": "Sequential", "name": "sub", "config": {"name": "sub", "layers": [)" +
        entry("InputLayer", "i", R"("batch_input_shape": [null, 8, 8, 2])", "[]") + ", " +
        entry("Conv2D", "c", kConvArguments, "[]") + ", " +
        entry("Activation", "a", R"("activation": "relu")", "[]") +
        R"(]}, "inbound_nodes": [[["in", 0, 0, {}]], [["in", 0, 0, {}]]]})";
    const std::string nodes = R"([[["sub", )" + std::to_string(firstNode) +
                              R"(, 0, {}], ["sub", )" + std::to_string(firstNode + 1) +
                              R"(, 0, {}]]])";
    const std::string text =
        functional("Functional", kInput + ", " + inner + ", " + entry("Add", "add", "", nodes),
                   R"([["in", 0, 0]])", R"([["add", 0, 0]])");
    const auto entryRead = modelFromJson(Json::parse(text), kerasVersion(version.constData()));
    QVERIFY2(entryRead, entryRead ? "" : entryRead.error().message.c_str());
    const Model &model = entryRead->model;
    QCOMPARE(names(model), "sub/c sub/a sub:2/c sub:2/a add");
    QCOMPARE(model.layer(2).sharedWith(), "sub/c");
    QCOMPARE(reads(model, "sub:2/c"), "in");
    QCOMPARE(reads(model, "add"), "sub/a sub:2/a");
    QCOMPARE(entryRead->weightOrder, (std::vector<std::string>{"sub/c", "sub/a", "add"}));
}

void TstModelJson::readsModelsInsideModelsAsOutputs_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("firstNode");
    QTest::addColumn<int>("firstOutput");
    QTest::addColumn<int>("output");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("Keras 3 counts output_layers from 1, its layers from 0")
        << QByteArray("3.15.1") << 0 << 1 << 0 << QByteArray("sub/c");
    QTest::newRow("the second call in Keras 3")
        << QByteArray("3.15.1") << 0 << 1 << 1 << QByteArray("sub:2/c");
    QTest::newRow("numbers of output_layers that contradict the version are believed")
        << QByteArray("3.15.1") << 0 << 0 << 0 << QByteArray("sub/c");
    QTest::newRow("Keras 2 counts both from 1")
        << QByteArray("2.15.0") << 1 << 1 << 0 << QByteArray("sub/c");
}

void TstModelJson::readsModelsInsideModelsAsOutputs()
{
    QFETCH(QByteArray, version);
    QFETCH(int, firstNode);
    QFETCH(int, firstOutput);
    QFETCH(int, output);
    QFETCH(QByteArray, expected);
    const std::string inside =
        entry("InputLayer", "i", R"("batch_input_shape": [null, 8, 8, 2])", "[]") + ", " +
        entry("Conv2D", "c", kConvArguments, R"([[["i", 0, 0, {}]]])");
    std::string inner = functional("Functional", inside, R"([["i", 0, 0]])", R"([["c", 0, 0]])");
    inner.back() = ',';
    inner += R"( "name": "sub", "inbound_nodes": [[["in", 0, 0, {}]], [["in", 0, 0, {}]]]})";
    const auto call = [](int number) { return R"(["sub", )" + std::to_string(number) + ", 0"; };
    const std::string reader =
        entry("Activation", "a", R"("activation": "relu")", "[[" + call(firstNode) + ", {}]]]");
    const std::string text =
        functional("Functional", kInput + ", " + inner + ", " + reader, R"([["in", 0, 0]])",
                   R"([["a", 0, 0], )" + call(firstOutput + output) + "]]");
    const auto entryRead = modelFromJson(Json::parse(text), kerasVersion(version.constData()));
    QVERIFY2(entryRead, entryRead ? "" : entryRead.error().message.c_str());
    QCOMPARE(reads(entryRead->model, "a"), "sub/c");
    QCOMPARE(entryRead->model.outputs, (std::vector<std::string>{"a", expected.toStdString()}));
}

void TstModelJson::readsBranchesInAnyOrder()
{
    // The second layer of the file reads the third.
    const auto entryRead = modelFromJson(
        Json::parse(functional(
            "Model",
            kInput + ", " + entry("Conv2D", "late", kConvArguments, R"([[["early", 0, 0, {}]]])") +
                ", " + entry("Conv2D", "early", kConvArguments, R"([[["in", 0, 0, {}]]])"),
            R"([["in", 0, 0]])", R"([["late", 0, 0], ["early", 0, 0]])")),
        std::nullopt);
    QVERIFY(entryRead);
    QCOMPARE(names(entryRead->model), "early late");
    QCOMPARE(entryRead->weightOrder, (std::vector<std::string>{"late", "early"}));
    QCOMPARE(entryRead->model.outputs, (std::vector<std::string>{"late", "early"}));
}

void TstModelJson::readsOldFunctionalModels()
{
    // Without names beside the configs, three elements per tensor, outputs as one triple.
    const Model model = read(functional(
        "Model", kInput + ", " + entry("Conv2D", "c", kConvArguments, R"([[["in", 0, 0]]])"),
        R"(["in", 0, 0])", R"(["c", 0, 0])"));
    QCOMPARE(names(model), "c");
    QVERIFY(model.outputs.empty());
    QCOMPARE(model.inputs.front().name, "in");
}

void TstModelJson::refusesBrokenModels_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const std::string &text, const char *rule,
                        const char *words) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(rule)
                            << QByteArray(words);
    };
    const auto model = [](const std::string &layers) {
        return functional("Model", kInput + ", " + layers, R"([["in", 0, 0]])", R"([["c", 0, 0]])");
    };
    row("no JSON", "{\"class_name\": ", "file", "it ends in line 1");
    row("a mistake in the middle", "{\n  \"a\": 1,,\n}", "file", "line 2, column 10");
    row("a list", "[1, 2]", "file", "class_name and config");
    row("nested without end", std::string(100000, '['), "file", "levels deep");
    row("a circle",
        model(entry("Conv2D", "c", kConvArguments, R"([[["d", 0, 0, {}]]])") + ", " +
              entry("Conv2D", "d", kConvArguments, R"([[["c", 0, 0, {}]]])")),
        "file", "in a circle");
    row("a missing layer", model(entry("Conv2D", "c", kConvArguments, R"([[["x", 0, 0, {}]]])")),
        "file", "reads 'x', which is no layer");
    row("a missing call", model(entry("Conv2D", "c", kConvArguments, R"([[["in", 7, 0, {}]]])")),
        "file", "call 7 of 'in'");
    row("a missing output", model(entry("Conv2D", "c", kConvArguments, R"([[["in", 0, 3, {}]]])")),
        "file", "output 3 of 'in'");
    row("a layer that reads nothing", model(entry("Conv2D", "c", kConvArguments, "[[]]")), "file",
        "'c' reads nothing");
    row("two layers of one name",
        R"({"class_name": "Sequential", "config": {"name": "s", "layers": [)" + std::string(kConv) +
            ", " + kConv + "]}}",
        "E16", "'c' occurs twice");
    row("no layers", R"({"class_name": "Sequential", "config": {}})", "file", "no list of layers");
    row("Keras 1", R"({"class_name": "Sequential", "keras_version": "1.2.2", "config": []})",
        "file", "Keras 1");
    row("an input of another dtype",
        R"({"class_name": "Sequential", "config": {"layers": [{"class_name": "InputLayer",
            "config": {"batch_shape": [null, 8], "dtype": "int32", "name": "i"}}]}})",
        "E10", "dtype must be a float type");
    row("a wrong layer is named",
        R"({"class_name": "Sequential", "config": {"layers": [{"class_name": "Conv2D", "config":
            {"name": "wrong", "filters": 0, "kernel_size": 3}}]}})",
        "E1", "filters must be greater than 0");
}

void TstModelJson::refusesBrokenModels()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, words);
    const auto model = modelFromJson(std::string_view(text.constData(), std::size_t(text.size())));
    QVERIFY(!model);
    QCOMPARE(QByteArray::fromStdString(model.error().rule), rule);
    QVERIFY2(model.error().message.find(words.toStdString()) != std::string::npos,
             model.error().message.c_str());
    if (text.contains("wrong"))
        QCOMPARE(model.error().layer, "wrong");
}

void TstModelJson::everyStackReadsBackEqual()
{
    const auto cases = readCaseFile(convscope::dataPath("keras/stacks.npz"));
    QVERIFY(cases);
    QVERIFY(cases->size() >= 20);
    for (const CaseEntry &one : *cases) {
        const auto first = modelOfCase(one);
        QVERIFY2(first, first ? "" : first.error().message.c_str());
        const auto second = modelFromJson(modelToJson(first->model));
        QVERIFY2(second, second ? one.name.c_str() : second.error().message.c_str());
        QVERIFY2(*second == first->model, one.name.c_str());
    }
}

void TstModelJson::savesAndLoadsCases()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("my stack.npz").toStdString();
    Model model = read(kConv);
    model = replaceLayer(model, 0, model.layer(0).withWeights({ramp({3, 3, 1, 4}), ramp({4})}));
    const Tensor input = ramp({1, 8, 8, 1});
    const auto saved = saveCase(path, model, std::vector<Tensor>{input});
    QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
    const auto loaded = loadModel(path);
    QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
    QCOMPARE(loaded->title, "my stack");
    QCOMPARE(loaded->inputs.size(), std::size_t(1));
    QVERIFY(loaded->inputs.front() == input);
    QVERIFY(loaded->model.layer(0) == model.layer(0));
    const std::string json = folder.filePath("m.json").toStdString();
    QVERIFY(saveModelJson(json, model));
    QVERIFY(loadModel(json)->model.layer(0) == model.layer(0).withWeights({}));
}

void TstModelJson::keepsBypassedLayersAndTheSeed()
{
    Model model = setBypassed(read(kConv), 0, true);
    model.seed = 0xFFFF'FFFF'FFFF'FFFFU;
    QVERIFY(modelFromJson(modelToJson(model)).value() == model);
}

void TstModelJson::givesWeightsToLayersInOrder()
{
    const auto loaded = loadModel(convscope::dataPath("keras/stacks.npz"));
    QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
    QVERIFY(!loaded->warnings.empty());
    const Model &model = loaded->model;
    const auto shapes = inferShapes(model, inputShapes(model));
    for (int i = 0; i < model.size(); ++i)
        QCOMPARE(model.layer(i).storedWeights().size(),
                 shapes.layers[static_cast<std::size_t>(i)].weights.size());
}

void TstModelJson::explainsWrongWeights()
{
    const auto conv = modelFromJson(Json::parse(kConv), std::nullopt);
    const Shape shape({std::nullopt, 8, 8, 3});
    const auto give = [&](const std::vector<Tensor> &weights) {
        return withStoredWeights(*conv, weights, std::span(&shape, 1)).error();
    };
    const Error missing = give({ramp({3, 3, 3, 4})});
    QCOMPARE(missing.rule, "E17");
    QCOMPARE(missing.layer, "c");
    QCOMPARE(missing.message, "weights: expected 2 arrays [kernel (3, 3, 3, 4), bias (4,)]. "
                              "Received 1 array [(3, 3, 3, 4)]");
    QCOMPARE(give({ramp({4, 3, 3, 3}), ramp({4})}).message,
             "weights: array 0 (kernel) of c must have the shape (3, 3, 3, 4). "
             "Received (4, 3, 3, 3)");
    QCOMPARE(give({ramp({3, 3, 3, 4}), ramp({4}), ramp({4})}).rule, "E17");
    QVERIFY(withStoredWeights(*conv, std::vector<Tensor>{ramp({3, 3, 3, 4}), ramp({4})},
                              std::span(&shape, 1)));
}

void TstModelJson::explainsFilesThatAreNoModels_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("an empty file") << QByteArray() << QByteArray("is not whole JSON");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << QByteArray("is not JSON");
    QTest::newRow("HDF5") << QByteArray("\x89HDF\r\n\x1a\n") << QByteArray("is an HDF5 file");
    QTest::newRow("a broken archive") << QByteArray("PK\3\4 and no more") << QByteArray("file.npz");
    QTest::newRow("another JSON") << QByteArray("{\"a\": 1}") << QByteArray("class_name");
}

void TstModelJson::explainsFilesThatAreNoModels()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, words);
    QTemporaryDir folder;
    const std::string path = folder.filePath("file.npz").toStdString();
    QVERIFY(!loadModel(path));
    QVERIFY(replaceFile(path, {reinterpret_cast<const unsigned char *>(content.constData()),
                               std::size_t(content.size())}));
    const auto loaded = loadModel(path);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().rule, "file");
    QVERIFY2(loaded.error().message.find(words.toStdString()) != std::string::npos,
             loaded.error().message.c_str());
}

QTEST_APPLESS_MAIN(TstModelJson)
#include "tst_model_json.moc"
