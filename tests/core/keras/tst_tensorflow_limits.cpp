// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What Keras on TensorFlow will not do, as it was tried there: neither less is told nor more.
#include "keras/load_model.h"
#include "keras/model_json.h"
#include "keras/save_model.h"
#include "keras/tensorflow_limits.h"
#include "model/edit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace convscope;

namespace {

Model modelOf(const std::string &layers, const std::string &shape = "[null, 9, 9, 4]")
{
    auto model = modelFromJson(
        R"({"module": "keras", "class_name": "Sequential", "config": {"name": "s", "layers": [
        {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": )" +
        shape + R"(, "dtype": "float32", "name": "in"}, "registered_name": null}, )" + layers +
        "]}, \"registered_name\": null}");
    if (!model)
        qFatal("%s", model.error().message.c_str());
    return *model;
}

std::string layer(const std::string &className, const std::string &config,
                  const std::string &name = "l")
{
    return R"({"module": "keras.layers", "class_name": ")" + className +
           R"(", "registered_name": null, "config": {"name": ")" + name + "\", " + config + "}}";
}

} // namespace

class TstTensorFlowLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTensorFlowWillNotDo_data();
    void findsWhatTensorFlowWillNotDo();
    void saysEachOnceForAllItsLayers();
    void laterCallsOfASharedLayerAreNoOthers();
    void aBypassIsTold();
};

void TstTensorFlowLimits::findsWhatTensorFlowWillNotDo_data()
{
    QTest::addColumn<std::string>("layer");
    QTest::addColumn<std::string>("shape");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const std::string &layer, const QStringList &arguments,
                        const std::string &shape = "[null, 9, 9, 4]") {
        QTest::newRow(name) << layer << shape << arguments;
    };
    const std::string first = R"(, "data_format": "channels_first")";
    const std::string wide = "[null, 4, 9, 9]";
    row("an ordinary convolution", layer("Conv2D", R"("filters": 4, "kernel_size": [3, 3])"), {});
    row("unequal strides", layer("Conv2D", R"("filters": 4, "kernel_size": 3, "strides": [1, 2])"),
        {});
    row("depthwise, equal strides",
        layer("DepthwiseConv2D", R"("kernel_size": 3, "strides": [2, 2])"), {});
    row("depthwise, unequal strides",
        layer("DepthwiseConv2D", R"("kernel_size": 3, "strides": [1, 2])"), {"strides"});
    row("separable, unequal strides",
        layer("SeparableConv2D", R"("filters": 2, "kernel_size": 3, "strides": [2, 1])"),
        {"strides"});
    const auto transposed = [](const std::string &rest) {
        return layer("Conv2DTranspose", R"("filters": 2, "padding": "same", )" + rest);
    };
    row("transposed, no output_padding", transposed(R"("kernel_size": 4, "strides": 2)"), {});
    row("transposed, output_padding 0, even",
        transposed(R"("kernel_size": 4, "strides": 2, "output_padding": 0)"), {"output_padding"});
    row("transposed, output_padding 0, odd",
        transposed(R"("kernel_size": 3, "strides": 2, "output_padding": 0)"), {});
    row("transposed, output_padding 1, even",
        transposed(R"("kernel_size": 4, "strides": 2, "output_padding": 1)"), {});
    row("transposed, output_padding 0 on the even axis",
        transposed(R"("kernel_size": [3, 2], "strides": 3, "output_padding": [0, 0])"),
        {"output_padding"});
    row("transposed, output_padding 0 on the odd axis",
        transposed(R"("kernel_size": [3, 2], "strides": 3, "output_padding": [0, 1])"), {});
    row("transposed, valid",
        layer("Conv2DTranspose",
              R"("filters": 2, "kernel_size": 4, "strides": 2, "output_padding": 0)"),
        {});
    row("transposed, an even kernel that dilation makes odd",
        transposed(R"("kernel_size": 4, "output_padding": 0, "dilation_rate": 2)"),
        {"dilation_rate"});
    row("transposed, dilated", layer("Conv2DTranspose", R"("filters": 2, "kernel_size": 3,
        "dilation_rate": [2, 2])"),
        {"dilation_rate"});
    row("channels_first", layer("Conv2D", R"("filters": 3, "kernel_size": 3)" + first),
        {"data_format"}, wide);
    row("channels_first, one dimension",
        layer("Conv1D", R"("filters": 3, "kernel_size": 3)" + first), {"data_format"},
        "[null, 4, 9]");
    row("channels_first, three dimensions",
        layer("Conv3D", R"("filters": 3, "kernel_size": 3)" + first), {}, "[null, 4, 9, 9, 9]");
    row("channels_first, three dimensions, transposed",
        layer("Conv3DTranspose", R"("filters": 3, "kernel_size": 3)" + first), {"data_format"},
        "[null, 4, 9, 9, 9]");
    row("channels_first, depthwise", layer("DepthwiseConv2D", R"("kernel_size": 3)" + first), {},
        wide);
    row("channels_first, groups",
        layer("Conv2D", R"("filters": 6, "groups": 2, "kernel_size": 3)" + first), {}, wide);
    row("channels_first, pooling", layer("MaxPooling2D", R"("pool_size": 2)" + first), {}, wide);
    row("channels_first, as wide as it has channels",
        layer("Conv2D", R"("filters": 7, "kernel_size": 3)" + first),
        {"data_format", "data_format"}, wide);
    row("channels_first, as wide, no bias",
        layer("Conv2D", R"("filters": 7, "kernel_size": 3, "use_bias": false)" + first),
        {"data_format"}, wide);
    row("channels_first, as high as it has channels",
        layer("Conv2D", R"("filters": 7, "kernel_size": [3, 1])" + first), {"data_format"}, wide);
    row("channels_first, depthwise, as wide as it has channels",
        layer("DepthwiseConv2D", R"("kernel_size": 6)" + first), {"data_format"}, wide);
    row("channels_first, of unknown width",
        layer("Conv2D", R"("filters": 7, "kernel_size": 3)" + first), {"data_format"},
        "[null, 4, null, null]");
    row("hard_sigmoid of Keras 3", layer("Activation", R"("activation": "hard_sigmoid")"), {});
}

void TstTensorFlowLimits::findsWhatTensorFlowWillNotDo()
{
    QFETCH(std::string, layer);
    QFETCH(std::string, shape);
    QFETCH(QStringList, arguments);
    const auto limits = tensorFlowLimits(modelOf(layer, shape));
    QStringList found;
    for (const TensorFlowLimit &limit : limits) {
        found << QString::fromStdString(limit.argument);
        QCOMPARE(limit.layers, std::vector<std::string>{"l"});
        const std::string said = sentence(limit).text();
        QVERIFY2(said.starts_with("l." + limit.argument + ": "), said.c_str());
        QVERIFY2(said.find(". Instead: ") != std::string::npos, said.c_str());
    }
    QCOMPARE(found, arguments);
}

void TstTensorFlowLimits::saysEachOnceForAllItsLayers()
{
    const auto strided = [](const std::string &name) {
        return layer("DepthwiseConv2D", R"("kernel_size": 1, "strides": [1, 2])", name);
    };
    auto limits = tensorFlowLimits(modelOf(strided("a") + ',' + strided("b")));
    QCOMPARE(limits.size(), std::size_t{1});
    QVERIFY(sentence(limits.front()).text().starts_with("strides of a and b: "));
    limits = tensorFlowLimits(modelOf(strided("a") + ',' + strided("b") + ',' + strided("c") + ',' +
                                      layer("DepthwiseConv2D", R"("kernel_size": 1)", "d")));
    QCOMPARE(limits.size(), std::size_t{1});
    QCOMPARE(limits.front().layers, (std::vector<std::string>{"a", "b", "c"}));
    QVERIFY(sentence(limits.front()).text().starts_with("strides of a and 2 other layers: "));
}

void TstTensorFlowLimits::laterCallsOfASharedLayerAreNoOthers()
{
    const auto model = modelFromJson(R"({"module": "keras", "class_name": "Functional", "config": {
        "name": "f", "layers": [
        {"module": "keras.layers", "class_name": "InputLayer", "name": "in", "inbound_nodes": [],
         "config": {"batch_shape": [null, 9, 9, 4], "dtype": "float32", "name": "in"}},
        {"module": "keras.layers", "class_name": "DepthwiseConv2D", "name": "d",
         "config": {"name": "d", "kernel_size": 1, "strides": [1, 2]}, "inbound_nodes": [
         {"args": [{"class_name": "__keras_tensor__", "config": {"keras_history": ["in", 0, 0]}}],
          "kwargs": {}},
         {"args": [{"class_name": "__keras_tensor__", "config": {"keras_history": ["d", 0, 0]}}],
          "kwargs": {}}]}],
        "input_layers": [["in", 0, 0]], "output_layers": [["d", 1, 0]]}})");
    QVERIFY2(model.has_value(), model.has_value() ? "" : model.error().message.c_str());
    QCOMPARE(model->size(), 2);
    const auto limits = tensorFlowLimits(*model);
    QCOMPARE(limits.size(), std::size_t{1});
    QCOMPARE(limits.front().layers, std::vector<std::string>{"d"});
}

void TstTensorFlowLimits::aBypassIsTold()
{
    const QTemporaryDir folder;
    const Model model =
        setBypassed(modelOf(layer("Conv2D", R"("filters": 4, "kernel_size": 1)", "c")), 0, true);
    for (const char *name : {"m.keras", "m.h5", "m.json"}) {
        const auto report = saveModel(folder.filePath(name).toStdString(), {model});
        QVERIFY(report.has_value());
        QVERIFY2(!report->unsupported.empty() && report->unsupported.back().text() ==
                                                     "c: Keras knows no bypass and computes it",
                 name);
    }
    // The program leaves it out, and a case is ConvScope's own.
    for (const char *name : {"m.py", "m.npz"}) {
        const auto report = saveModel(folder.filePath(name).toStdString(), {model});
        QVERIFY(report.has_value());
        for (const Words &said : report->unsupported)
            QVERIFY2(said.text().find("bypass") == std::string::npos, said.text().c_str());
    }
}

QTEST_APPLESS_MAIN(TstTensorFlowLimits)
#include "tst_tensorflow_limits.moc"
