// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/case_file.h"
#include "keras/layer_json.h"
#include "keras/model_json.h"
#include "keras/operation_nodes.h"
#include "keras/slice_key_json.h"
#include "layers/registry.h"
#include "layers/unknown_layer.h"
#include "model/model.h"
#include "support/test_paths.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <map>

using namespace convscope;

/// Operations of keras.ops and TensorFlow in graphs. What they compute: operations*.npz, run by
/// tst_keras_cases.
class TstOperationNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItCame_data();
    void comesBackAsItCame();
    void readsKeys_data();
    void readsKeys();
    void refusesKeys_data();
    void refusesKeys();
    void slices_data();
    void slices();
    void leavesUnknownOperationsAlone();
    void opensUnknownOperations();
    void keepsWhatAWrapperSays();
    void isFoundByItsOwnName();
};

void TstOperationNodes::comesBackAsItCame_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("index");
    for (const char *file : {"keras/operations.npz", "keras/operations_keras2.npz"}) {
        const auto cases = readCaseFile(dataPath(file));
        QVERIFY2(cases, cases ? "" : cases.error().message.c_str());
        for (std::size_t i = 0; i < cases->size(); ++i)
            QTest::newRow((*cases)[i].name.c_str()) << QByteArray(file) << static_cast<int>(i);
    }
}

void TstOperationNodes::comesBackAsItCame()
{
    QFETCH(QByteArray, file);
    QFETCH(int, index);
    static std::map<QByteArray, std::vector<CaseEntry>> files;
    auto &cases = files[file];
    if (cases.empty())
        cases = readCaseFile(dataPath(file.toStdString())).value();
    const auto entry = modelOfCase(cases[static_cast<std::size_t>(index)]);
    QVERIFY2(entry, entry ? "" : entry.error().message.c_str());
    const Json written = modelJson(entry->model);
    const auto again = modelFromJson(written, std::nullopt);
    QVERIFY2(again, again ? "" : again.error().message.c_str());
    QVERIFY(again->model == entry->model);
    // Keras 3's own words for operations: module, class and the constants of the call.
    if (written["class_name"] != "Functional")
        return;
    for (const Json &layer : written["config"]["layers"]) {
        if (layer["module"].get<std::string>().starts_with("keras.src.ops"))
            QVERIFY(!layer["inbound_nodes"][0]["args"].empty());
    }
}

void TstOperationNodes::readsKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ranges of Keras 3")
        << QByteArray(R"([{"class_name": "__slice__", "config": {"start": null, "stop": null,
            "step": null}}, {"class_name": "__slice__", "config": {"start": 1, "stop": -1,
            "step": 2}}])")
        << QByteArray(":, 1:-1:2");
    QTest::newRow("ranges of tf.keras")
        << QByteArray(R"([{"start": null, "stop": 3, "step": null}, 0])") << QByteArray(":3, 0");
    QTest::newRow("the other axes")
        << QByteArray(R"([{"class_name": "__ellipsis__"}, -1])") << QByteArray("..., -1");
    QTest::newRow("a new axis") << QByteArray(
                                       R"([{"start": null, "stop": null, "step": null}, null])")
                                << QByteArray(":, None");
    QTest::newRow("one item alone") << QByteArray("2") << QByteArray("2");
}

void TstOperationNodes::readsKeys()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    const auto key = sliceKeyFromJson(Json::parse(json.toStdString()));
    QVERIFY(key);
    QCOMPARE(QByteArray::fromStdString(toString(*key)), text);
    QVERIFY(parseSliceKey(text.toStdString()) == key);
    QVERIFY(sliceKeyFromJson(sliceKeyToJson(*key)) == key);
}

void TstOperationNodes::refusesKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "a", "1:2:3:4", "::0", "..., ...", "1;2", ":, 1.5", ","})
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray(text);
}

void TstOperationNodes::refusesKeys()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseSliceKey(text.toStdString()));
}

void TstOperationNodes::slices_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("shape");
    const auto row = [](const char *key, const char *shape) {
        QTest::newRow(key) << QByteArray(key) << QByteArray(shape);
    };
    row(":", "(None, 6, 5, 4)");
    row(":, 1:4, ::2", "(None, 3, 3, 4)");
    row("..., -1", "(None, 6, 5)");
    row(":, None", "(None, 1, 6, 5, 4)");
    row(":, ::-1, 4:0:-2", "(None, 6, 2, 4)");
    row(":, 10:", "(None, 0, 5, 4)");
    row(":, :-2, 1", "(None, 4, 4)");
    row("0", "");
    row(":, 6", "");
    row(":, :, :, :, :", "");
}

void TstOperationNodes::slices()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, shape);
    const auto parsed = parseSliceKey(key.toStdString());
    QVERIFY(parsed);
    const auto sliced = slicedShape(*parsed, Shape{Dim(), 6, 5, 4});
    QCOMPARE(sliced.has_value(), !shape.isEmpty());
    if (!sliced)
        return;
    QCOMPARE(QByteArray::fromStdString(sliced->toString()), shape);
    // Every value that the view names lies inside the tensor.
    const StridedView view = slicedView(*parsed, {3, 6, 5, 4});
    std::int64_t least = view.first;
    std::int64_t most = view.first;
    std::int64_t count = 1;
    for (std::size_t axis = 0; axis < view.extents.size(); ++axis) {
        const std::int64_t reach = view.steps[axis] * (view.extents[axis] - 1);
        least += std::min<std::int64_t>(reach, 0);
        most += std::max<std::int64_t>(reach, 0);
        count *= view.extents[axis];
    }
    QVERIFY(count == 0 || (least >= 0 && most < 3 * 6 * 5 * 4));
}

void TstOperationNodes::leavesUnknownOperationsAlone()
{
    const Json entry = Json::parse(R"({"module": "keras.src.ops.numpy", "class_name": "Einsum",
        "config": {"name": "einsum", "subscripts": "bhwc->bchw"}})");
    const auto calls = [](Json operation, const char *nodes) {
        operation["inbound_nodes"] = Json::parse(nodes);
        return operationCalls(operation).size();
    };
    const char *one = R"([{"args": [{"class_name": "__keras_tensor__", "config":
        {"keras_history": ["x", 0, 0]}}], "kwargs": {}}])";
    QCOMPARE(calls(entry, one), std::size_t(0));
    const Json layer = Json::parse(R"({"module": "keras.layers", "class_name": "Add"})");
    QCOMPARE(calls(layer, one), std::size_t(0));
    // What is no argument of the operation, and one call of two with something else.
    const Json mean = Json::parse(R"({"module": "keras.src.ops.numpy", "class_name": "Mean",
        "config": {"name": "mean", "axis": [1]}})");
    QCOMPARE(calls(mean, one), std::size_t(1));
    Json odd = mean;
    odd["config"]["weighting"] = 2;
    QCOMPARE(calls(odd, one), std::size_t(0));
    QCOMPARE(calls(mean, R"([{"args": [{"class_name": "__keras_tensor__", "config":
        {"keras_history": ["x", 0, 0]}}], "kwargs": {}}, {"args": [{"something": "else"}, {"a":
        [{"class_name": "__keras_tensor__", "config": {"keras_history": ["x", 0, 0]}}]}],
        "kwargs": {}}])"),
             std::size_t(0));
}

void TstOperationNodes::opensUnknownOperations()
{
    // "Softmax" is a layer too, "Einsum" nothing: called with what is not known, neither is
    // computed, and both are written back.
    const Json model = Json::parse(R"({"module": "keras.src.models.functional",
        "class_name": "Functional", "config": {"name": "m", "layers": [
        {"module": "keras.layers", "class_name": "InputLayer", "name": "in", "inbound_nodes": [],
         "config": {"batch_shape": [null, 4, 6], "name": "in"}},
        {"module": "keras.src.ops.nn", "class_name": "Softmax", "name": "odd", "config":
         {"name": "odd", "temperature": 2}, "inbound_nodes": [{"args": [{"class_name":
         "__keras_tensor__", "config": {"shape": [null, 4, 6], "dtype": "float32",
         "keras_history": ["in", 0, 0]}}], "kwargs": {}}]},
        {"module": "keras.src.ops.nn", "class_name": "Relu", "name": "relu", "config":
         {"name": "relu"}, "inbound_nodes": [{"args": [{"class_name": "__keras_tensor__",
         "config": {"shape": [null, 4, 6], "dtype": "float32", "keras_history": ["odd", 0, 0]}}],
         "kwargs": {}}]}],
        "input_layers": [["in", 0, 0]], "output_layers": [["relu", 0, 0]]}})");
    const auto entry = modelFromJson(model, std::nullopt);
    QVERIFY2(entry, entry ? "" : entry.error().message.c_str());
    QVERIFY(isUnknown(entry->model.layer(0)));
    QCOMPARE(QByteArray::fromStdString(entry->model.layer(1).type().className),
             QByteArray("ops.Relu"));
    const Json written = modelJson(entry->model);
    QVERIFY(written["config"]["layers"][1]["config"] == model["config"]["layers"][1]["config"]);
    QVERIFY(written["config"]["layers"][1]["module"] == "keras.src.ops.nn");
    QVERIFY(written["config"]["layers"][1]["inbound_nodes"] ==
            model["config"]["layers"][1]["inbound_nodes"]);
}

void TstOperationNodes::keepsWhatAWrapperSays()
{
    const Json stated = Json::parse(R"({"module": "keras.layers", "class_name": "TimeDistributed",
        "config": {"name": "steps", "trainable": true, "dtype": {"module": "keras", "class_name":
        "DTypePolicy", "config": {"name": "mixed_float16"}, "registered_name": null},
        "layer": {"module": "keras.layers", "class_name": "Dense", "config": {"name": "inside",
        "trainable": true, "units": 3, "colour": "red"}}}})");
    const auto read = readLayer(stated, {});
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(read->policy), QByteArray("mixed_float16"));
    QVERIFY(read->layer.refusedArgument() != nullptr);
    QCOMPARE(QByteArray::fromStdString(read->layer.refusedArgument()->argument),
             QByteArray("colour"));
    const Json written = layerToJson(read->layer);
    QVERIFY(written["class_name"] == "TimeDistributed");
    QVERIFY(written["config"]["dtype"] == stated["config"]["dtype"]);
    QVERIFY(written["config"]["name"] == "steps");
    QVERIFY(written["config"]["layer"]["config"]["name"] == "inside");
    QVERIFY(written["config"]["layer"]["config"]["colour"] == "red");
    QVERIFY(written["config"]["layer"]["config"]["units"] == 3);
    QVERIFY(!written["config"].contains("colour"));
    // Given up, the layer is legal.
    const auto mended = read->layer.with("colour", Value());
    QVERIFY(mended && mended->refusedArgument() == nullptr);
    const auto again = readLayer(written, {});
    QVERIFY(again && again->layer == read->layer);
    // Around a class that is not known the wrapper is not known either.
    Json recurrent = stated;
    recurrent["config"]["layer"]["class_name"] = "LSTM";
    const auto unknown = readLayer(recurrent, {});
    QVERIFY(unknown && isUnknown(unknown->layer));
    QVERIFY(layerToJson(unknown->layer)["config"] == recurrent["config"]);
}

void TstOperationNodes::isFoundByItsOwnName()
{
    const LayerType *operation = findLayerType("ops.Add");
    const LayerType *layer = findLayerType("keras.layers.Add");
    QVERIFY(operation != nullptr && layer != nullptr && operation != layer);
    QCOMPARE(QByteArray::fromStdString(snakeCase(operation->className)), QByteArray("add"));
}

QTEST_APPLESS_MAIN(TstOperationNodes)
#include "tst_operation_nodes.moc"
