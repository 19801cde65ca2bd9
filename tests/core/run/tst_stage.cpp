// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/load_model.h"
#include "keras/save_model.h"
#include "layers/registry.h"
#include "model/edit.h"
#include "model/output_format.h"
#include "run/stage.h"

#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace convscope;

namespace {

constexpr DataFormat kFirst = DataFormat::ChannelsFirst;
constexpr DataFormat kLast = DataFormat::ChannelsLast;

Tensor counting(const Extents &extents)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), 0.0F);
    return Tensor::of(extents, values);
}

Layer conv(const std::string &name, DataFormat format)
{
    const std::string word = format == kFirst ? "channels_first" : "channels_last";
    return Layer(*findLayerType("Conv2D"), name).with("data_format", word).value();
}

Model stackOf(std::initializer_list<Layer> layers)
{
    Model model;
    for (const Layer &layer : layers)
        model = insertLayer(model, model.size(), layer);
    return model;
}

Model twoInputs()
{
    Model model;
    model.inputs = {{"a", Shape(std::vector<Dim>(4))}, {"b", Shape(std::vector<Dim>(4))}};
    model = insertLayer(model, 0, conv("first", kFirst).withInputs({"a"}));
    return insertLayer(model, 1, conv("last", kLast).withInputs({"b"}));
}

StageInput inputOf(const Extents &extents, std::optional<DataFormat> format = kLast)
{
    return {counting(extents), format, verbatim("photo")};
}

RunStage stageOf(const Model &model, std::vector<StageInput> inputs)
{
    return makeStage(model, inputs).value();
}

bool haveSameValues(const Tensor &a, const Tensor &b)
{
    return a.extents() == b.extents() &&
           std::equal(a.values().begin(), a.values().end(), b.values().begin());
}

} // namespace

/// What was opened and what a model wants meet in one place.
class TstStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTurnedToWhatTheFirstReaderWants();
    void isNeverTurnedTwice();
    void staysAsItIsWhereNothingIsSaid();
    void oneInputServesEveryInput();
    void severalInputsAreABatch();
    void refusesWhatDoesNotGoTogether_data();
    void refusesWhatDoesNotGoTogether();
    void withoutInputsThereIsNothingToRead();
    void turnsALargePhotoOnce();
    void comesBackAsItWasSaved_data();
    void comesBackAsItWasSaved();
};

void TstStage::isTurnedToWhatTheFirstReaderWants()
{
    const RunStage stage = stageOf(stackOf({conv("a", kFirst)}), {inputOf({1, 4, 5, 3})});
    QCOMPARE(stage.inputs.front().extents(), (Extents{1, 3, 4, 5}));
    QVERIFY(stage.inputFormat() == kFirst);
    QCOMPARE(stage.inputs.front().values()[1], 3.0F);
    QCOMPARE(stage.inputShapes().front(), (Shape{1, 3, 4, 5}));
}

void TstStage::isNeverTurnedTwice()
{
    const StageInput stored = inputOf({1, 3, 4, 5}, kFirst);
    const RunStage same = stageOf(stackOf({conv("a", kFirst)}), {stored});
    QVERIFY(same.inputs.front().data() == stored.tensor.data());
    const RunStage turned = stageOf(stackOf({conv("a", kLast)}), {stored});
    QCOMPARE(turned.inputs.front().extents(), (Extents{1, 4, 5, 3}));
}

void TstStage::staysAsItIsWhereNothingIsSaid()
{
    for (const DataFormat format : {kFirst, kLast}) {
        const RunStage stage = stageOf(stackOf({conv("a", format)}), {inputOf({1, 6, 6, 6}, {})});
        QVERIFY(haveSameValues(stage.inputs.front(), counting({1, 6, 6, 6})));
    }
}

void TstStage::oneInputServesEveryInput()
{
    const RunStage stage = stageOf(twoInputs(), {inputOf({1, 4, 5, 3})});
    QCOMPARE(stage.inputs.size(), std::size_t{2});
    QCOMPARE(stage.inputs[0].extents(), (Extents{1, 3, 4, 5}));
    QCOMPARE(stage.inputs[1].extents(), (Extents{1, 4, 5, 3}));
    QVERIFY(stage.formats == (std::vector{kFirst, kLast}));
}

void TstStage::severalInputsAreABatch()
{
    const RunStage stage =
        stageOf(stackOf({conv("a", kFirst)}), {inputOf({1, 4, 5, 3}), inputOf({2, 4, 5, 3})});
    QCOMPARE(stage.inputs.size(), std::size_t{1});
    QCOMPARE(stage.inputs.front().extents(), (Extents{3, 3, 4, 5}));
    // The model's own inputs each take one.
    const RunStage each = stageOf(twoInputs(), {inputOf({1, 4, 5, 3}), inputOf({1, 6, 7, 3})});
    QCOMPARE(each.inputs[0].extents(), (Extents{1, 3, 4, 5}));
    QCOMPARE(each.inputs[1].extents(), (Extents{1, 6, 7, 3}));
}

void TstStage::refusesWhatDoesNotGoTogether_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<Extents>("second");
    QTest::addColumn<QString>("message");
    QTest::newRow("a batch of two sizes")
        << 1 << Extents{1, 4, 6, 3}
        << "Several inputs for a model with one input are its batch and must have one shape: photo "
           "has (1, 4, 5, 3), photo has (1, 4, 6, 3).";
    QTest::newRow("three for two")
        << 2 << Extents{1, 4, 5, 3} << "The model has 2 inputs, received 3.";
}

void TstStage::refusesWhatDoesNotGoTogether()
{
    QFETCH(int, inputs);
    QFETCH(Extents, second);
    QFETCH(QString, message);
    const Model model = inputs == 1 ? stackOf({conv("a", kLast)}) : twoInputs();
    std::vector<StageInput> given{inputOf({1, 4, 5, 3}), inputOf(second)};
    if (inputs == 2)
        given.push_back(inputOf(second));
    const auto stage = makeStage(model, given);
    QVERIFY(!stage);
    QCOMPARE(stage.error().rule, "input");
    QCOMPARE(QString::fromStdString(stage.error().message), message);
}

void TstStage::withoutInputsThereIsNothingToRead()
{
    const RunStage stage = stageOf(stackOf({conv("a", kFirst)}), {});
    QVERIFY(stage.inputs.empty());
    QVERIFY(stage.inputFormat() == kFirst);
}

void TstStage::turnsALargePhotoOnce()
{
    TurnedInputs turned;
    const Model model = stackOf({conv("a", kFirst)});
    const std::vector<StageInput> photo{inputOf({1, 4, 5, 3})};
    const Tensor first = makeStage(model, photo, &turned)->inputs.front();
    QVERIFY(makeStage(model, photo, &turned)->inputs.front().data() == first.data());
    // Another photo, and the first is let go.
    const std::vector<StageInput> other{inputOf({1, 7, 5, 3})};
    QCOMPARE(makeStage(model, other, &turned)->inputs.front().extents(), (Extents{1, 3, 7, 5}));
    QVERIFY(makeStage(model, other, &turned).has_value());
    QVERIFY(makeStage(model, photo, &turned)->inputs.front().data() != first.data());
}

void TstStage::comesBackAsItWasSaved_data()
{
    QTest::addColumn<bool>("bypassesFirst");
    QTest::newRow("as it is") << false;
    QTest::newRow("with its first formatted layer bypassed") << true;
}

/// A stack of both formats, saved with its input and opened again.
void TstStage::comesBackAsItWasSaved()
{
    QFETCH(bool, bypassesFirst);
    Model model = stackOf({conv("first", kFirst), conv("last", kLast)});
    model = setBypassed(model, 0, bypassesFirst);
    const RunStage stage = stageOf(model, {inputOf({1, 7, 9, 3})});
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("mixed.npz")).toStdString();
    QVERIFY(saveCase(path, stage.model, stage.inputs).has_value());
    const auto loaded = loadModel(path);
    QVERIFY(loaded.has_value());
    const std::vector<DataFormat> formats = inputFormats(loaded->model);
    const RunStage again = stageOf(loaded->model, {{loaded->inputs.front(), formats.front(), {}}});
    QVERIFY(again.formats == stage.formats);
    QVERIFY(haveSameValues(again.inputs.front(), stage.inputs.front()));
}

QTEST_GUILESS_MAIN(TstStage)
#include "tst_stage.moc"
