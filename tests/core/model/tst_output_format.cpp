// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "model/edit.h"
#include "model/output_format.h"
#include "model/wiring.h"

#include <QTest>

using namespace convscope;

namespace {

constexpr DataFormat kFirst = DataFormat::ChannelsFirst;
constexpr DataFormat kLast = DataFormat::ChannelsLast;

Layer layerOf(const char *type, const std::string &name, std::vector<std::string> reads,
              DataFormat format = kLast)
{
    const Layer layer = Layer(*findLayerType(type), name).withInputs(std::move(reads));
    if (format == kLast)
        return layer;
    return layer.with("data_format", std::string("channels_first")).value();
}

/// a → ReLU → Conv2D in channels_first; b → Conv2D in channels_last; joined.
Model twoBranches()
{
    Model model;
    model.inputs = {{"a", Shape{1, 3, 8, 8}}, {"b", Shape{1, 8, 8, 3}}};
    for (const Layer &layer :
         {layerOf("ReLU", "relu", {"a"}), layerOf("Conv2D", "other", {"b"}),
          layerOf("Conv2D", "first", {"relu"}, kFirst), layerOf("Add", "sum", {"first", "other"})})
        model = insertLayer(model, model.size(), layer);
    return model;
}

} // namespace

/// Where the channels lie, and who reads whom.
class TstOutputFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInputHasTheFormatOfItsFirstReader();
    void bypassedLayersHaveNoFormat();
    void anInputThatNobodyFormatsFollowsTheModel();
    void outputsKeepWhatTheyRead();
    void filesAreReadAsWhatTheModelTakes_data();
    void filesAreReadAsWhatTheModelTakes();
    void wiringAnswersAsTheModelDoes();
};

void TstOutputFormat::anInputHasTheFormatOfItsFirstReader()
{
    QVERIFY(inputFormats(twoBranches()) == (std::vector{kFirst, kLast}));
    QVERIFY(inputFormat(twoBranches()) == kFirst);
    QVERIFY(inputFormats(Model()) == std::vector{kLast});
}

void TstOutputFormat::bypassedLayersHaveNoFormat()
{
    Model model;
    model = insertLayer(model, 0, layerOf("Conv2D", "first", {}, kFirst));
    model = insertLayer(model, 1, layerOf("Conv2D", "second", {}));
    QVERIFY(inputFormat(model) == kFirst);
    QVERIFY(inputFormat(setBypassed(model, 0, true)) == kLast);
}

void TstOutputFormat::anInputThatNobodyFormatsFollowsTheModel()
{
    Model model;
    model.inputs = {{"a", Shape{1, 3, 8, 8}}, {"b", Shape{1, 2, 6, 6}}};
    model = insertLayer(model, 0, layerOf("Conv2D", "first", {"a"}, kFirst));
    model = insertLayer(model, 1, layerOf("Concatenate", "both", {"first", "b"}));
    QVERIFY(inputFormats(model) == (std::vector{kFirst, kFirst}));
}

void TstOutputFormat::outputsKeepWhatTheyRead()
{
    const Model model = twoBranches();
    const std::vector<DataFormat> inputs = inputFormats(model);
    QVERIFY(outputFormats(model, inputs) == (std::vector{kFirst, kLast, kFirst, kFirst}));
}

void TstOutputFormat::filesAreReadAsWhatTheModelTakes_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<int>("stated");
    QTest::addColumn<int>("rank");
    QTest::newRow("a sequence") << QByteArray("Conv1D") << 0 << 1;
    QTest::newRow("a picture") << QByteArray("Conv2D") << 0 << 2;
    QTest::newRow("a volume") << QByteArray("Conv3D") << 0 << 3;
    QTest::newRow("whatever it is") << QByteArray("ReLU") << 0 << 0;
    QTest::newRow("what the model states") << QByteArray("ReLU") << 4 << 2;
    QTest::newRow("a vector has no places") << QByteArray("Dense") << 2 << 0;
}

void TstOutputFormat::filesAreReadAsWhatTheModelTakes()
{
    QFETCH(QByteArray, first);
    QFETCH(int, stated);
    QFETCH(int, rank);
    Model model;
    if (stated > 0)
        model.inputs = {{"input", Shape(std::vector<Dim>(static_cast<std::size_t>(stated)))}};
    model = insertLayer(model, 0, layerOf(first.constData(), "layer", {}));
    QCOMPARE(spatialRank(model).value_or(0), rank);
}

void TstOutputFormat::wiringAnswersAsTheModelDoes()
{
    Model model = twoBranches();
    model = insertLayer(model, 4, layerOf("ReLU", "shared", {"missing"}).withSharedWith("relu"));
    const Wiring wiring(model);
    for (int i = 0; i < model.size(); ++i) {
        QCOMPARE(wiring.sources(i), model.sources(i));
        QCOMPARE(&wiring.owner(i), &model.owner(i));
        QCOMPARE(wiring.indexOf(model.layer(i).name()), i);
    }
    QCOMPARE(wiring.indexOf("missing"), -1);
}

QTEST_APPLESS_MAIN(TstOutputFormat)
#include "tst_output_format.moc"
