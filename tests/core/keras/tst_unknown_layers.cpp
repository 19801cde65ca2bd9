// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/load_model.h"
#include "keras/model_json.h"
#include "layers/unknown_layer.h"
#include "model/edit.h"
#include "model/repairs.h"
#include "model/shape_inference.h"
#include "run/executor.h"
#include "support/test_paths.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>

using namespace convscope;

/// What is illegal in a layer, or not known here, does not keep a model from being opened.
class TstUnknownLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAClassItDoesNotKnow();
    void runsWhatDoesNotDependOnIt();
    void runsTheRestWhenFed();
    void refusesToFeedWhatContradictsTheFile();
    void goesOnWithShapesThatTheFileStates();
    void writesItBackAsItCame();
    void keepsSeveralOutputs();
    void takesAClassOfTheSameNameForAnother();
    void opensIllegalLayers_data();
    void opensIllegalLayers();
    void retriesWhatAnEditMakesLegal();
    void writesIllegalArgumentsBack();
    void computesOtherPoliciesInFloat32_data();
    void computesOtherPoliciesInFloat32();
};

namespace {

std::string sequential(const std::string &layers)
{
    return R"({"module": "keras", "class_name": "Sequential", "config": {"name": "s", "layers": [
        {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape":
        [null, 8, 8, 3], "dtype": "float32", "name": "in"}, "registered_name": null}, )" +
           layers + "]}, \"registered_name\": null}";
}

const char *const kBlur = R"({"module": "my.layers", "class_name": "Blur", "config": {"name": "b",
    "trainable": true, "strength": 0.5, "nested": {"a": [1, null]}}, "registered_name": "My>Blur",
    "build_config": {"input_shape": [null, 8, 8, 3]}})";

const char *const kConv = R"({"module": "keras.layers", "class_name": "Conv2D", "config": {"name":
    "c", "filters": 2, "kernel_size": [3, 3]}, "registered_name": null, "build_config":
    {"input_shape": [null, 8, 8, 3]}})";

ModelEntry read(const std::string &text)
{
    auto entry = modelFromJson(Json::parse(text), std::nullopt);
    if (!entry)
        qFatal("%s", entry.error().message.c_str());
    return std::move(*entry);
}

Model blurred()
{
    return read(sequential(std::string(kBlur) + ", " + kConv)).model;
}

Tensor ones(const Extents &extents)
{
    const std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()), 1.0F);
    return Tensor::of(extents, values);
}

/// A layer with one more argument in its config.
std::string conv(const std::string &argument)
{
    return sequential(R"({"class_name": "Conv2D", "config": {"name": "c", "filters": 2,
        "kernel_size": [3, 3], )" +
                      argument + "}}");
}

} // namespace

void TstUnknownLayers::keepsAClassItDoesNotKnow()
{
    const ModelEntry entry = read(sequential(std::string(kBlur) + ", " + kConv));
    const Layer &layer = entry.model.layer(0);
    QVERIFY(isUnknown(layer));
    QVERIFY(!isUnknown(entry.model.layer(1)));
    QCOMPARE(layer.type().className, "Blur");
    QCOMPARE(layer.name(), "b");
    QVERIFY(layer.statement()->config.find("\"strength\":0.5") != std::string::npos);
    QVERIFY(std::any_of(entry.warnings.begin(), entry.warnings.end(), [](const auto &warning) {
        return warning.text().find("unknown layer class 'Blur'") != std::string::npos;
    }));
    QVERIFY(&unknownLayerType("Blur") == &layer.type());
    QVERIFY(layer.with("strength", Value(1.0)).error().rule == "E16");
}

void TstUnknownLayers::runsWhatDoesNotDependOnIt()
{
    const auto loaded = loadModel(dataPath("keras/files/bad/unknown_class.keras"));
    QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
    const Model &model = loaded->model;
    const int at = model.indexOf("myconv");
    QVERIFY(isUnknown(model.layer(at)));
    QCOMPARE(model.layer(at).storedWeights().size(), std::size_t(2));
    QCOMPARE(unknownLayer(model.layer(at)).weightNames.front(), "vars/0");
    const std::vector<Tensor> inputs{ones({1, 8, 8, 1})};
    const RunResult result = run(model, inputs, {});
    const LayerResult &own = result.layers[static_cast<std::size_t>(at)];
    QVERIFY(own.error);
    QCOMPARE(own.error->rule, "E16");
    QVERIFY(own.output.isNull());
    // What follows waits, without an error of its own.
    QVERIFY(result.layers.back().output.isNull());
    QVERIFY(!result.layers.back().error);
}

void TstUnknownLayers::runsTheRestWhenFed()
{
    Model model = blurred();
    auto fed = fedWith(model.layer(0), ones({1, 8, 8, 3}));
    QVERIFY(fed);
    model = replaceLayer(model, 0, *fed);
    const std::vector<Tensor> inputs{ones({1, 8, 8, 3})};
    const RunResult result = run(model, inputs, {});
    QCOMPARE(result.layers[1].output.extents(), (Extents{1, 6, 6, 2}));
    QCOMPARE(result.layers[0].output.extents(), (Extents{1, 8, 8, 3}));
    QCOMPARE(result.layers[0].output.values().front(), 1.0F);
    QCOMPARE(result.layers[0].kernel, "fed");
    // Another array is another output.
    QVERIFY(fedWith(model.layer(0), ones({2, 8, 8, 3}))->fingerprint() !=
            model.layer(0).fingerprint());
    QVERIFY(*fedWith(*fed, {}) == blurred().layer(0));
}

void TstUnknownLayers::refusesToFeedWhatContradictsTheFile()
{
    const Model model = blurred();
    QCOMPARE(fedWith(model.layer(0), ones({1, 8, 8, 4})).error().rule, "E11");
    QCOMPARE(fedWith(model.layer(1), ones({1, 8, 8, 4})).error().rule, "input");
}

void TstUnknownLayers::goesOnWithShapesThatTheFileStates()
{
    const Model model = blurred();
    ModelShapes shapes = inferShapes(model, inputShapes(model));
    QCOMPARE(shapes.layers[0].output->toString(), "(None, 8, 8, 3)");
    QCOMPARE(shapes.layers[1].output->toString(), "(None, 6, 6, 2)");
    const std::vector<Shape> four{Shape({4, 8, 8, 3})};
    shapes = inferShapes(model, four);
    QCOMPARE(shapes.layers[1].output->toString(), "(4, 6, 6, 2)");
    // What it makes of another input nobody knows.
    const std::vector<Shape> other{Shape({1, 9, 9, 3})};
    shapes = inferShapes(model, other);
    QCOMPARE(shapes.layers[0].error->rule, "E16");
    QCOMPARE(shapes.layers[1].waitsFor, "b");
    // Nothing states the shape behind the last layer.
    const Model last = read(sequential(kBlur)).model;
    QCOMPARE(inferShapes(last, inputShapes(last)).layers[0].error->rule, "E16");
}

void TstUnknownLayers::writesItBackAsItCame()
{
    const Model model = blurred();
    const Json written = modelJson(model);
    const Json original = Json::parse(kBlur);
    const Json &layer = written["config"]["layers"][1];
    for (const auto &[key, value] : original.items())
        QVERIFY2(layer.contains(key) && layer[key] == value, key.c_str());
    QVERIFY(modelFromJson(written, std::nullopt)->model.layer(0).statement()->config ==
            model.layer(0).statement()->config);
}

void TstUnknownLayers::keepsSeveralOutputs()
{
    const auto tensor = [](const char *layer, int output, const char *shape) {
        return std::string(R"({"class_name": "__keras_tensor__", "config": {"shape": )") + shape +
               R"(, "dtype": "float32", "keras_history": [")" + layer + "\", 0, " +
               std::to_string(output) + "]}}";
    };
    const std::string text =
        R"({"module": "keras.src.models.functional", "class_name": "Functional", "config": {
        "name": "f", "layers": [
        {"class_name": "InputLayer", "config": {"batch_shape": [null, 6, 4], "name": "in"},
         "name": "in", "inbound_nodes": []},
        {"module": "keras.layers", "class_name": "LSTM", "config": {"name": "l", "units": 5,
         "return_state": true}, "name": "l", "inbound_nodes": [{"args": [)" +
        tensor("in", 0, "[null, 6, 4]") +
        R"(], "kwargs": {"training": false, "mask": null}}]},
        {"module": "keras.layers", "class_name": "Add", "config": {"name": "a"}, "name": "a",
         "inbound_nodes": [{"args": [[)" +
        tensor("l", 0, "[null, 5]") + ", " + tensor("l", 2, "[null, 5]") +
        R"(]], "kwargs": {}}]}], "input_layers": [["in", 0, 0]], "output_layers": [["a", 0, 0]]}})";
    const Model model = read(text).model;
    QCOMPARE(model.size(), 4);
    QCOMPARE(model.layer(2).name(), "l:output_2");
    QCOMPARE(unknownLayer(model.layer(2)).outputOf, "l");
    const ModelShapes shapes = inferShapes(model, inputShapes(model));
    QVERIFY(shapes.layers[3].output);
    QCOMPARE(shapes.layers[3].output->toString(), "(None, 5)");
    const Json written = modelJson(model);
    QCOMPARE(written["config"]["layers"].size(), std::size_t(3));
    const Json original = Json::parse(text);
    QVERIFY(written["config"]["layers"][1]["inbound_nodes"] ==
            original["config"]["layers"][1]["inbound_nodes"]);
    QVERIFY(written["config"]["layers"][2]["inbound_nodes"] ==
            original["config"]["layers"][2]["inbound_nodes"]);
    QVERIFY(modelFromJson(written, std::nullopt)->model == model);
}

void TstUnknownLayers::takesAClassOfTheSameNameForAnother()
{
    const Model model = read(sequential(R"({"module": "my.layers", "class_name": "Conv2D",
        "config": {"name": "c", "radius": 2}, "registered_name": "My>Conv2D"})"))
                            .model;
    QVERIFY(isUnknown(model.layer(0)));
}

void TstUnknownLayers::opensIllegalLayers_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("rule");
    const auto row = [](const char *argument, const char *name, const char *rule) {
        QTest::newRow(argument) << QByteArray(argument) << QByteArray(name) << QByteArray(rule);
    };
    row(R"("padding": "round")", "padding", "E4");
    row(R"("strides": [0, 1])", "strides", "E3");
    row(R"("activation": "rleu")", "activation", "E10");
    row(R"("colour": 3)", "colour", "E16");
    row(R"("dtype": "int32")", "dtype", "E10");
    row(R"("quantization_config": {"mode": "int8"})", "quantization_config", "E16");
    row(R"("strides": [2, 2], "dilation_rate": [2, 2])", "dilation_rate", "E8");
}

void TstUnknownLayers::opensIllegalLayers()
{
    QFETCH(QByteArray, argument);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, rule);
    const Model model = read(conv(argument.toStdString())).model;
    const RefusedArgument *refused = model.layer(0).refusedArgument();
    QVERIFY(refused != nullptr);
    QCOMPARE(QByteArray::fromStdString(refused->error.rule), rule);
    const ModelShapes shapes = inferShapes(model, inputShapes(model));
    QCOMPARE(shapes.layers[0].error->rule, rule.toStdString());
    QCOMPARE(shapes.layers[0].error->layer, "c");
    // Every such layer has a repair, and the repaired one computes.
    const auto repairs = findRepairs(model, inputShapes(model), 0);
    QVERIFY(!repairs.empty());
    QVERIFY(std::any_of(repairs.begin(), repairs.end(), [&](const Repair &repair) {
        return repair.argument == name.toStdString();
    }));
    for (const Repair &repair : repairs)
        QVERIFY(repair.model.layer(0).refusedArgument() == nullptr);
}

void TstUnknownLayers::retriesWhatAnEditMakesLegal()
{
    const Model model = read(conv(R"("strides": [2, 2], "dilation_rate": [3, 3])")).model;
    const auto changed = setArgument(model, 0, "strides", IntList{1, 1});
    QVERIFY(changed);
    QVERIFY(changed->layer(0).refusedArgument() == nullptr);
    QVERIFY(changed->layer(0).value("dilation_rate") == Value(IntList{3, 3}));
    const Model unknownKey = read(conv(R"("colour": 3)")).model;
    QCOMPARE(setArgument(unknownKey, 0, "colour", Value(std::int64_t{4})).error().rule, "E16");
    QVERIFY(setArgument(unknownKey, 0, "colour", Value())->layer(0).statement() == nullptr);
    QCOMPARE(setArgument(unknownKey, 0, "hue", Value()).error().rule, "E16");
}

void TstUnknownLayers::writesIllegalArgumentsBack()
{
    const std::string text = conv(R"("padding": "round", "colour": {"a": [1]}, "filters2": null)");
    const Model model = read(text).model;
    const Json config = modelJson(model)["config"]["layers"][1]["config"];
    QCOMPARE(config["padding"].get<std::string>(), "round");
    QVERIFY(config["colour"] == Json::parse(R"({"a": [1]})"));
    QVERIFY(modelFromJson(modelJson(model), std::nullopt)->model == model);
}

void TstUnknownLayers::computesOtherPoliciesInFloat32_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::newRow("a word") << QByteArray(R"("float16")");
    QTest::newRow("Keras 3") << QByteArray(
        R"({"module":"keras","class_name":"DTypePolicy","config":{"name":"mixed_float16"},"registered_name":null})");
    QTest::newRow("Keras 2") << QByteArray(
        R"({"class_name":"Policy","config":{"name":"mixed_bfloat16"}})");
}

void TstUnknownLayers::computesOtherPoliciesInFloat32()
{
    QFETCH(QByteArray, policy);
    const ModelEntry entry = read(conv("\"dtype\": " + policy.toStdString()));
    QVERIFY(entry.model.layer(0).refusedArgument() == nullptr);
    QCOMPARE(entry.warnings.size(), std::size_t(1));
    QVERIFY(entry.warnings.front().text().find("computed in float32") != std::string::npos);
    QVERIFY(modelJson(entry.model)["config"]["layers"][1]["config"]["dtype"] ==
            Json::parse(policy.toStdString()));
}

QTEST_APPLESS_MAIN(TstUnknownLayers)
#include "tst_unknown_layers.moc"
