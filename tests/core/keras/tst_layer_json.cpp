// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_json.h"
#include "keras/near_match.h"
#include "layers/registry.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace convscope;

class TstLayerJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsArguments_data();
    void readsArguments();
    void acceptsBookkeeping_data();
    void acceptsBookkeeping();
    void refuses_data();
    void refuses();
    void knowsOldClassNames_data();
    void knowsOldClassNames();
    void readsNameShapeAndTrainable();
    void writesWhatItReads();
    void findsNearMatches();
    void readsVersions();
};

namespace {

Json parsed(const QByteArray &text)
{
    return Json::parse(text.toStdString());
}

Json layer(const QByteArray &className, const QByteArray &config)
{
    return Json{{"class_name", className.toStdString()}, {"config", parsed(config)}};
}

/// The least config that names what Keras requires.
QByteArray minimal(const QByteArray &extra)
{
    return R"({"filters": 4, "kernel_size": 3)" + (extra.isEmpty() ? extra : ", " + extra) + "}";
}

} // namespace

void TstLayerJson::readsArguments_data()
{
    QTest::addColumn<QByteArray>("className");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *className, const QByteArray &config,
                        const char *version, const char *argument, const char *value) {
        QTest::newRow(name) << QByteArray(className) << config << QByteArray(version)
                            << QByteArray(argument) << QByteArray(value);
    };
    row("one integer stands for every axis", "Conv3D", minimal({}), "3", "kernel_size",
        "(3, 3, 3)");
    row("a list of integers", "Conv2D", R"({"filters": 4, "kernel_size": [5, 3]})", "3",
        "kernel_size", "(5, 3)");
    row("a list of one for sequences", "Conv1D", R"({"filters": 4, "kernel_size": [5]})", "3",
        "kernel_size", "(5,)");
    row("integral floats", "Conv2D", R"({"filters": 4.0, "kernel_size": [5.0, 3]})", "3",
        "kernel_size", "(5, 3)");
    row("integral floats for integers", "Conv2D", R"({"filters": 4.0, "kernel_size": 3})", "3",
        "filters", "4");
    row("padding in capitals is folded", "Conv2D", minimal(R"("padding": "SAME")"), "3", "padding",
        "'same'");
    row("the format in capitals is folded", "Conv2D", minimal(R"("data_format": "Channels_First")"),
        "3", "data_format", "'channels_first'");
    row("no format means the default one", "Conv2D", minimal(R"("data_format": null)"), "3",
        "data_format", "'channels_last'");
    row("sequences without a format are channels_last", "Conv1D", minimal({}), "2.0.4",
        "data_format", "'channels_last'");
    row("no activation is linear", "Conv2D", minimal(R"("activation": null)"), "3", "activation",
        "linear()");
    row("an activation by name", "Conv2D", minimal(R"("activation": "relu")"), "3", "activation",
        "relu()");
    row("an activation as a function", "Conv2D",
        minimal(R"("activation": {"class_name": "function", "config": "relu"})"), "3", "activation",
        "relu()");
    row("a function as Keras 3 writes it", "Conv2D",
        minimal(R"("activation": {"module": "builtins", "class_name": "function", "config": "tanh",
                   "registered_name": "function"})"),
        "3", "activation", "tanh()");
    row("swish is silu", "Conv2D", minimal(R"("activation": "swish")"), "2.15.0", "activation",
        "silu()");
    row("hard_sigmoid of Keras 3", "Conv2D", minimal(R"("activation": "hard_sigmoid")"), "3.15.1",
        "activation", "hard_sigmoid()");
    row("hard_sigmoid of tf.keras", "Conv2D", minimal(R"("activation": "hard_sigmoid")"), "2.15.0",
        "activation", "hard_sigmoid_keras2()");
    row("hard_sigmoid as a layer of Keras 2", "Activation", R"({"activation": "hard_sigmoid"})",
        "2.3.1", "activation", "hard_sigmoid_keras2()");
    row("bilinear of Keras 3", "UpSampling2D", R"({"interpolation": "bilinear"})", "3.0.0",
        "interpolation", "'bilinear'");
    row("bilinear of stand-alone Keras 2.3", "UpSampling2D", R"({"interpolation": "bilinear"})",
        "2.3.1", "interpolation", "'bilinear_legacy'");
    row("bilinear of stand-alone Keras 2.2", "UpSampling2D", R"({"interpolation": "bilinear"})",
        "2.2.4", "interpolation", "'bilinear_legacy'");
    row("bilinear of TensorFlow 2.0", "UpSampling2D", R"({"interpolation": "bilinear"})",
        "2.2.4-tf", "interpolation", "'bilinear'");
    row("bilinear of tf.keras", "UpSampling2D", R"({"interpolation": "bilinear"})", "2.15.0",
        "interpolation", "'bilinear'");
    row("no interpolation is nearest", "UpSampling2D", R"({"size": 3})", "2.1.0", "interpolation",
        "'nearest'");
    row("groups 1 of tf.keras on a transposed layer", "Conv2DTranspose",
        minimal(R"("groups": 1, "strides": 2, "output_padding": 1)"), "2.15.0", "output_padding",
        "(1, 1)");
    row("no output padding", "Conv2DTranspose", minimal(R"("output_padding": null)"), "3",
        "output_padding", "None");
    row("unused kernel arguments of tf.keras", "SeparableConv2D",
        minimal(R"("kernel_initializer": "zeros", "kernel_regularizer": null,
                   "kernel_constraint": null, "groups": 1, "depth_multiplier": 2)"),
        "2.15.0", "depth_multiplier", "2");
    row("cropping by one integer", "Cropping2D", R"({"cropping": 2})", "3", "cropping",
        "((2, 2), (2, 2))");
    row("cropping by one integer per axis", "Cropping2D", R"({"cropping": [1, 2]})", "3",
        "cropping", "((1, 1), (2, 2))");
    row("cropping by pairs", "Cropping2D", R"({"cropping": [[1, 2], [3, 4]]})", "3", "cropping",
        "((1, 2), (3, 4))");
    row("cropping by a pair and an integer", "Cropping2D", R"({"cropping": [[1, 2], 3]})", "3",
        "cropping", "((1, 2), (3, 3))");
    row("cropping of a sequence is start and end", "Cropping1D", R"({"cropping": [1, 2]})", "3",
        "cropping", "((1, 2),)");
    row("padding of a sequence by one integer", "ZeroPadding1D", R"({"padding": 2})", "2.3.1",
        "padding", "((2, 2),)");
    row("padding of three axes", "ZeroPadding3D", R"({"padding": [1, [0, 2], 3]})", "3", "padding",
        "((1, 1), (0, 2), (3, 3))");
    row("strides of a pooling left to the window", "MaxPooling2D",
        R"({"pool_size": [3, 2], "strides": null})", "3", "strides", "None");
    row("an initializer of stand-alone Keras 2", "Conv2D",
        minimal(R"("kernel_initializer": {"class_name": "VarianceScaling", "config": {"scale": 2.0,
                   "mode": "fan_in", "distribution": "normal", "seed": null}})"),
        "2.3.1", "kernel_initializer",
        "VarianceScaling(scale=2.0, mode='fan_in', distribution='truncated_normal', seed=None, "
        "input_axes=None, output_axes=None)");
    row("an initializer of Keras 3", "Conv2D",
        minimal(R"("kernel_initializer": {"module": "keras.initializers", "class_name": "HeNormal",
                   "config": {"seed": 7, "input_axes": null, "output_axes": null},
                   "registered_name": null})"),
        "3", "kernel_initializer", "HeNormal(seed=7, input_axes=None, output_axes=None)");
    row("an initializer by name", "Conv2D", minimal(R"("bias_initializer": "ones")"), "3",
        "bias_initializer", "Ones()");
    row("the string constant means zero", "Conv2D", minimal(R"("bias_initializer": "constant")"),
        "3", "bias_initializer", "Constant(value=0.0)");
    row("a constant given as an integer", "Conv2D",
        minimal(R"("bias_initializer": {"class_name": "Constant", "config": {"value": 1}})"), "3",
        "bias_initializer", "Constant(value=1.0)");
    row("the string l1_l2 has both", "Conv2D", minimal(R"("kernel_regularizer": "l1_l2")"), "3",
        "kernel_regularizer", "L1L2(l1=0.01, l2=0.01)");
    row("the string l1l2 is the class's zeros", "Conv2D",
        minimal(R"("kernel_regularizer": "l1l2")"), "3", "kernel_regularizer",
        "L1L2(l1=0.0, l2=0.0)");
    row("float32 noise is kept", "Conv2D", minimal(R"("kernel_regularizer": {"class_name": "L1L2",
                   "config": {"l1": 0.0, "l2": 0.009999999776482582}})"),
        "2.3.1", "kernel_regularizer", "L1L2(l1=0.0, l2=0.009999999776482582)");
    row("a constraint along several axes", "Conv2D",
        minimal(R"("kernel_constraint": {"class_name": "MaxNorm",
                   "config": {"max_value": 2, "axis": [0, 1, 2]}})"),
        "3", "kernel_constraint", "MaxNorm(max_value=2.0, axis=(0, 1, 2))");
    row("a constraint by its old name", "Conv2D", minimal(R"("kernel_constraint": "maxnorm")"),
        "2.0.0", "kernel_constraint", "MaxNorm(max_value=2.0, axis=0)");
    row("alpha of an old LeakyReLU", "LeakyReLU", R"({"alpha": 0.1})", "2.3.1", "negative_slope",
        "0.1");
    row("the list of axes of a tf.keras BatchNormalization", "BatchNormalization",
        R"({"axis": [3]})", "2.15.0", "axis", "3");
}

void TstLayerJson::readsArguments()
{
    QFETCH(QByteArray, className);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, argument);
    QFETCH(QByteArray, value);
    const auto entry = layerFromJson(layer(className, config), kerasVersion(version.constData()));
    QVERIFY2(entry, entry ? "" : entry.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(toPython(entry->layer.value(argument.toStdString()))),
             value);
}

void TstLayerJson::acceptsBookkeeping_data()
{
    QTest::addColumn<QByteArray>("className");
    QTest::addColumn<QByteArray>("config");
    const auto row = [](const char *name, const char *className, const QByteArray &config) {
        QTest::newRow(name) << QByteArray(className) << config;
    };
    row("a dtype policy of Keras 3", "Conv2D",
        minimal(R"("dtype": {"module": "keras", "class_name": "DTypePolicy",
                   "config": {"name": "float32"}, "registered_name": null,
                   "shared_object_id": 5})"));
    row("a dtype policy of tf.keras", "Conv2D",
        minimal(R"("dtype": {"class_name": "Policy", "config": {"name": "float32"}})"));
    row("no dtype", "Conv2D", minimal(R"("dtype": null)"));
    row("no quantisation", "Dense", R"({"units": 3, "quantization_config": null})");
    row("LoRA turned off", "Dense", R"({"units": 3, "lora_rank": null})");
    row("renormalisation turned off", "BatchNormalization",
        R"({"synchronized": false, "renorm": false, "renorm_clipping": null,
            "renorm_momentum": 0.99})");
    row("a penalty of none on a layer without that argument", "MaxPooling2D",
        R"({"activity_regularizer": null})");
    row("build and compile configs", "Conv2D",
        minimal(R"("build_config": {"input_shape": [null, 8, 8, 3]}, "compile_config": {},
                   "registered_name": null, "module": "keras.layers")"));
    row("a class with its module before it", "keras.layers.Conv2D", minimal({}));
}

void TstLayerJson::acceptsBookkeeping()
{
    QFETCH(QByteArray, className);
    QFETCH(QByteArray, config);
    const auto entry = layerFromJson(layer(className, config), {});
    QVERIFY2(entry, entry ? "" : entry.error().message.c_str());
}

void TstLayerJson::refuses_data()
{
    QTest::addColumn<QByteArray>("className");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *className, const QByteArray &config,
                        const char *version, const char *rule, const char *argument,
                        const char *words) {
        QTest::newRow(name) << QByteArray(className) << config << QByteArray(version)
                            << QByteArray(rule) << QByteArray(argument) << QByteArray(words);
    };
    row("filters left out", "Conv2D", R"({"kernel_size": 3})", "3", "E1", "filters",
        "filters must be an integer, greater than 0. Received nothing: Conv2D needs it");
    row("a kernel size left out", "Conv2D", R"({"filters": 3})", "3", "E2", "kernel_size",
        "Received nothing");
    row("filters as a boolean", "Conv2D", R"({"filters": true, "kernel_size": 3})", "3", "E1",
        "filters", "Received True");
    row("a fraction in a list", "Conv2D", R"({"filters": 3, "kernel_size": [2.5, 3]})", "3", "E2",
        "kernel_size", "a list of 2 integers, greater than 0. Received [2.5, 3]");
    row("filters beyond 64 bits", "Conv2D",
        R"({"filters": 18446744073709551615, "kernel_size": 3})", "3", "E1", "filters",
        "Received 18446744073709551615");
    row("a list as padding", "Conv2D", minimal(R"("padding": ["same", "same"])"), "3", "E4",
        "padding", "padding must be one of 'valid', 'same'. Received ['same', 'same']");
    row("causal on pictures", "Conv2D", minimal(R"("padding": "causal")"), "3", "E4", "padding",
        "Received 'causal'");
    row("stride and dilation, on other axes too", "Conv2D",
        minimal(R"("strides": [2, 1], "dilation_rate": [1, 2])"), "3", "E8", "strides", "dilation");
    row("a misspelt argument", "Conv2D", minimal(R"("kernel_regulariser": null)"), "3", "E16",
        "kernel_regulariser", "Did you mean 'kernel_regularizer'");
    row("a plural from old manuals", "Conv2D", minimal(R"("kernel_constraints": null)"), "3", "E16",
        "kernel_constraints", "Did you mean 'kernel_constraint'");
    row("another plural", "SeparableConv2D", minimal(R"("bias_constraints": null)"), "2.3.1", "E16",
        "bias_constraints", "Did you mean 'bias_constraint'");
    row("an argument of Keras 1", "Conv1D", minimal(R"("filter_length": 3)"), "3", "E16",
        "filter_length", "since Keras 2 it is called 'kernel_size'");
    row("kernel arguments of a separable layer in Keras 3", "SeparableConv2D",
        minimal(R"("kernel_initializer": "zeros")"), "3", "E16", "kernel_initializer",
        "Did you mean 'depthwise_initializer' or 'pointwise_initializer'?");
    row("kernel arguments of a depthwise layer in Keras 2", "DepthwiseConv2D",
        R"({"kernel_size": 3, "kernel_initializer": "zeros"})", "2.3.1", "E16",
        "kernel_initializer", "no argument 'kernel_initializer'");
    row("an unknown argument without near ones", "Flatten", R"({"colour": 1})", "3", "E16",
        "colour", "It has: data_format");
    row("groups on a transposed layer", "Conv2DTranspose", minimal(R"("groups": 2)"), "2.15.0",
        "E16", "groups", "only 1 is possible");
    row("groups on a depthwise layer", "DepthwiseConv2D", R"({"kernel_size": 3, "groups": 4})", "3",
        "E16", "groups", "only 1 is possible");
    row("an unknown class", "Conv2d", minimal({}), "3", "E10", "class_name",
        "unknown layer class 'Conv2d'. Did you mean 'Conv2D'");
    row("a class of the user", "Custom>Blur", "{}", "3", "E10", "class_name", "holds code");
    row("a Lambda", "Lambda", "{}", "3", "E10", "class_name", "holds code");
    row("numbers that are integers", "Conv2D", minimal(R"("dtype": "uint8")"), "3", "E10", "dtype",
        "dtype must be 'float32'");
    row("a policy of whole numbers", "Conv2D",
        minimal(R"("dtype": {"class_name": "DTypePolicy", "config": {"name": "uint8"}})"), "3",
        "E10", "dtype", "uint8");
    row("a quantised layer", "Dense",
        R"({"units": 2, "dtype": {"class_name": "QuantizedDTypePolicy",
            "config": {"name": "int8_from_float32"}}})",
        "3", "E10", "dtype", "quantised");
    row("quantised weights", "Dense", R"({"units": 2, "quantization_config": {"mode": "int8"}})",
        "3", "E16", "quantization_config", "quantised weights cannot be read");
    row("LoRA weights", "Dense", R"({"units": 2, "lora_rank": 4})", "3", "E16", "lora_rank",
        "merge them into the kernel first");
    row("an unknown initializer", "Conv2D", minimal(R"("kernel_initializer": "he_norml")"), "3",
        "E10", "kernel_initializer", "Did you mean 'he_normal'");
    row("an unknown field of an initializer", "Conv2D",
        minimal(R"("kernel_initializer": {"class_name": "HeNormal", "config": {"sigma": 2}})"), "3",
        "E10", "kernel_initializer", "the field 'sigma'");
    row("a negative penalty", "Conv2D",
        minimal(R"("kernel_regularizer": {"class_name": "L2", "config": {"l2": -1.0}})"), "3",
        "E10", "kernel_regularizer", "at least 0");
    row("an activation in capitals", "Conv2D", minimal(R"("activation": "ReLU")"), "3", "E10",
        "activation", "Did you mean 'relu'");
    row("half a pair", "Cropping2D", R"({"cropping": [[1, 2], [3]]})", "3", "E15", "cropping",
        "Received [[1, 2], [3]]");
    row("negative zero padding", "ZeroPadding2D", R"({"padding": -1})", "3", "E15", "padding",
        "-1");
    row("an output padding as large as the stride", "Conv2DTranspose",
        minimal(R"("strides": 2, "output_padding": [1, 2])"), "3", "E9", "output_padding",
        "stride");
    row("trainable as a word", "Conv2D", minimal(R"("trainable": "yes")"), "3", "E2", "trainable",
        "trainable must be True or False");
}

void TstLayerJson::refuses()
{
    QFETCH(QByteArray, className);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, argument);
    QFETCH(QByteArray, words);
    Json json = layer(className, config);
    json["config"]["name"] = "mine";
    const auto entry = layerFromJson(json, kerasVersion(version.constData()));
    QVERIFY(!entry);
    const Error &error = entry.error();
    QCOMPARE(QByteArray::fromStdString(error.rule), rule);
    QCOMPARE(QByteArray::fromStdString(error.argument), argument);
    QCOMPARE(error.layer, "mine");
    QVERIFY2(error.message.find(words.toStdString()) != std::string::npos, error.message.c_str());
}

void TstLayerJson::knowsOldClassNames_data()
{
    QTest::addColumn<QByteArray>("now");
    for (const auto &[old, now] : std::initializer_list<std::pair<const char *, const char *>>{
             {"Convolution1D", "Conv1D"},
             {"Convolution2D", "Conv2D"},
             {"Convolution3D", "Conv3D"},
             {"SeparableConvolution1D", "SeparableConv1D"},
             {"SeparableConvolution2D", "SeparableConv2D"},
             {"Convolution2DTranspose", "Conv2DTranspose"},
             {"Deconvolution2D", "Conv2DTranspose"},
             {"Deconv2D", "Conv2DTranspose"},
             {"Deconvolution3D", "Conv3DTranspose"},
             {"MaxPool2D", "MaxPooling2D"},
             {"AvgPool1D", "AveragePooling1D"},
             {"GlobalAvgPool2D", "GlobalAveragePooling2D"},
             {"GlobalMaxPool3D", "GlobalMaxPooling3D"}})
        QTest::newRow(old) << QByteArray(now);
}

void TstLayerJson::knowsOldClassNames()
{
    QFETCH(QByteArray, now);
    const LayerType *type = findLayerType(QTest::currentDataTag());
    QVERIFY(type != nullptr);
    QCOMPARE(QByteArray::fromStdString(type->className), now);
}

void TstLayerJson::readsNameShapeAndTrainable()
{
    const auto read = [](const QByteArray &extra) {
        return layerFromJson(layer("Conv2D", minimal(extra)), {}).value();
    };
    QCOMPARE(read(R"("name": "myconv")").layer.name(), "myconv");
    QCOMPARE(read({}).layer.name(), "");
    QVERIFY(read({}).layer.isTrainable());
    QVERIFY(!read(R"("trainable": false)").layer.isTrainable());
    QVERIFY(read(R"("batch_input_shape": [null, 8, 8, 3])").batchShape ==
            Shape({std::nullopt, 8, 8, 3}));
    QVERIFY(read(R"("batch_shape": [4, 8, null, 3])").batchShape == Shape({4, 8, std::nullopt, 3}));
    QVERIFY(read(R"("input_shape": [28, 28, 1])").batchShape == Shape({std::nullopt, 28, 28, 1}));
    QVERIFY(!read({}).batchShape);
}

void TstLayerJson::writesWhatItReads()
{
    for (const LayerType *type : layerTypes()) {
        const Layer original = Layer(*type, "a").withTrainable(false);
        const auto entry = layerFromJson(layerToJson(original), {});
        QVERIFY2(entry, entry ? "" : entry.error().message.c_str());
        QVERIFY2(entry->layer == original, type->className.c_str());
    }
}

void TstLayerJson::findsNearMatches()
{
    const std::vector<std::string> known{"kernel_size", "kernel_initializer", "strides", "padding"};
    QCOMPARE(nearMatches("stride", known), std::vector<std::string>{"strides"});
    QCOMPARE(nearMatches("kernelsize", known), std::vector<std::string>{"kernel_size"});
    QVERIFY(nearMatches("colour", known).empty());
    QCOMPARE(editDistance("kitten", "sitting"), 3);
    QCOMPARE(editDistance("", "abc"), 3);
}

void TstLayerJson::readsVersions()
{
    QVERIFY(kerasVersion("2.2.4-tf") == (KerasVersion{2, 2, true}));
    QVERIFY(kerasVersion("3.15.1") == (KerasVersion{3, 15, false}));
    QVERIFY(kerasVersion("") == KerasVersion{});
    QVERIFY(kerasVersion("latest") == KerasVersion{});
}

QTEST_APPLESS_MAIN(TstLayerJson)
#include "tst_layer_json.moc"
