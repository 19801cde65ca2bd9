// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonArray shape(std::initializer_list<QJsonValue> extents)
{
    return QJsonArray(extents);
}

constexpr auto kTwoConvs = R"({
    "class_name": "Sequential",
    "config": {"name": "pair", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 8, 8, 3]}},
        {"class_name": "Conv2D", "config": {"name": "first", "filters": 4, "kernel_size": [3, 3]}},
        {"class_name": "Conv2D", "config": {"name": "second", "filters": 2, "kernel_size": [3, 3],
                                            "strides": [2, 2]}}]}})";

} // namespace

class TstSummaryCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void infersTheExampleShapes_data();
    void infersTheExampleShapes();
    void writesTheDocument();
    void keepsUnknownSizes();
    void printsATable();
    void setsArguments_data();
    void setsArguments();
    void refuses_data();
    void refuses();
    void marksTheIllegalLayerInTheTable();
    void anErrorIsASentenceAndItsParts();
};

void TstSummaryCommand::infersTheExampleShapes_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QJsonArray>("expected");
    const auto row = [](const char *name, const char *config, const QJsonArray &expected) {
        QTest::newRow(name) << QByteArray(config) << expected;
    };
    row("kernel 1", R"("kernel_size": 1)", shape({4, 600, 600, 64}));
    row("kernel 2", R"("kernel_size": 2)", shape({4, 599, 599, 64}));
    row("kernel 1, stride 2", R"("kernel_size": 1, "strides": 2)", shape({4, 300, 300, 64}));
    row("kernel 1, stride 2, same", R"("kernel_size": 1, "strides": 2, "padding": "same")",
        shape({4, 300, 300, 64}));
    row("kernel 3, stride 2, same", R"("kernel_size": 3, "strides": 2, "padding": "same")",
        shape({4, 300, 300, 64}));
    row("kernel 3, same", R"("kernel_size": 3, "padding": "same")", shape({4, 600, 600, 64}));
    row("kernel 3, valid", R"("kernel_size": 3, "padding": "valid")", shape({4, 598, 598, 64}));
}

void TstSummaryCommand::infersTheExampleShapes()
{
    QFETCH(QByteArray, config);
    QFETCH(QJsonArray, expected);
    const Workplace place;
    const QString model =
        place.layerFile(u"one_conv.json"_s, "Conv2D", "\"filters\": 64, " + config);
    const Outcome outcome =
        place.run({u"summary"_s, model, u"--input-shape"_s, u"4,600,600,3"_s, u"--json"_s});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QJsonObject layer = outcome.document()[u"layers"_s][0].toObject();
    QCOMPARE(layer[u"output_shape"_s].toArray(), expected);
}

void TstSummaryCommand::writesTheDocument()
{
    const Workplace place;
    const QString model = place.file(u"pair.json"_s, kTwoConvs);
    const Outcome outcome =
        place.run({u"summary"_s, model, u"--input-shape"_s, u"2,8,8,3"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject document = outcome.document();
    QCOMPARE(keysOf(document), u"input_shape layers name peak_bytes total_macs total_params"_s);
    QCOMPARE(document[u"name"_s].toString(), u"pair"_s);
    QCOMPARE(document[u"input_shape"_s].toArray(), shape({2, 8, 8, 3}));
    QCOMPARE(document[u"total_params"_s].toInt(), (3 * 3 * 3 * 4 + 4) + (3 * 3 * 4 * 2 + 2));
    QCOMPARE(document[u"total_macs"_s].toInt(), 2 * 6 * 6 * 4 * 27 + 2 * 2 * 2 * 2 * 36);
    // The input stays; the first output is freed after the second layer has read it.
    QCOMPARE(document[u"peak_bytes"_s].toInt(),
             4 * (2 * 8 * 8 * 3 + 2 * 6 * 6 * 4 + 2 * 2 * 2 * 2));

    const QJsonArray layers = document[u"layers"_s].toArray();
    QCOMPARE(layers.size(), 2);
    const QJsonObject second = layers[1].toObject();
    QCOMPARE(keysOf(second), u"bytes class_name inputs known macs name output_shape params "
                             "receptive_field trainable_params"_s);
    QCOMPARE(second[u"name"_s].toString(), u"second"_s);
    QCOMPARE(second[u"class_name"_s].toString(), u"Conv2D"_s);
    QCOMPARE(second[u"inputs"_s].toArray(), QJsonArray{u"first"_s});
    QCOMPARE(second[u"output_shape"_s].toArray(), shape({2, 2, 2, 2}));
    QCOMPARE(second[u"bytes"_s].toInt(), 4 * 2 * 2 * 2 * 2);
    const QJsonObject field = second[u"receptive_field"_s].toObject();
    QCOMPARE(field[u"size"_s].toArray(), shape({5, 5}));
    QCOMPARE(field[u"jump"_s].toArray(), shape({2, 2}));
    QCOMPARE(field[u"start"_s].toArray(), shape({0, 0}));
}

void TstSummaryCommand::keepsUnknownSizes()
{
    const Workplace place;
    const QString model = place.layerFile(u"conv.json"_s, "Conv2D",
                                          R"("filters": 4, "kernel_size": 3, "padding": "same")");
    const Outcome outcome =
        place.run({u"summary"_s, model, u"--input-shape"_s, u"?,None,7,3"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject layer = outcome.document()[u"layers"_s][0].toObject();
    QCOMPARE(layer[u"output_shape"_s].toArray(), shape({QJsonValue::Null, QJsonValue::Null, 7, 4}));
    QVERIFY(layer[u"macs"_s].isNull());
    QVERIFY(layer[u"bytes"_s].isNull());
    QVERIFY(outcome.document()[u"peak_bytes"_s].isNull());
}

void TstSummaryCommand::printsATable()
{
    const Workplace place;
    const QString model = place.file(u"pair.json"_s, kTwoConvs);
    const Outcome outcome = place.run({u"summary"_s, model});
    QCOMPARE(outcome.status, 0);
    const QString text = QString::fromUtf8(outcome.out);
    QVERIFY2(text.contains(u"pair, input (None, 8, 8, 3)"), outcome.out);
    QVERIFY2(text.contains(u"(None, 6, 6, 4)"), outcome.out);
    QVERIFY2(text.contains(u"186 parameters (186 trainable)"), outcome.out);
}

void TstSummaryCommand::setsArguments_data()
{
    QTest::addColumn<QStringList>("assignments");
    QTest::addColumn<QJsonArray>("expected");
    const auto row = [](const char *name, const QStringList &assignments,
                        const QJsonArray &expected) {
        QTest::newRow(name) << assignments << expected;
    };
    row("a number", {u"first.filters=7"_s}, shape({1, 6, 6, 7}));
    row("a tuple", {u"first.strides=(2, 1)"_s}, shape({1, 3, 6, 4}));
    row("a tuple without brackets", {u"first.strides=2,1"_s}, shape({1, 3, 6, 4}));
    row("one number for a tuple", {u"first.kernel_size=5"_s}, shape({1, 4, 4, 4}));
    row("a bare word", {u"first.padding=same"_s}, shape({1, 8, 8, 4}));
    row("a word in quotes", {u"first.padding='same'"_s}, shape({1, 8, 8, 4}));
    row("a dictionary",
        {uR"(first.kernel_initializer={"class_name": "Constant", "config": {"value": 0.5}})"_s},
        shape({1, 6, 6, 4}));
    row("None", {u"first.kernel_regularizer=None"_s}, shape({1, 6, 6, 4}));
    row("several of one layer", {u"first.filters=5"_s, u"first.padding=same"_s},
        shape({1, 8, 8, 5}));
    row("several whose order would matter one by one",
        {u"first.strides=2"_s, u"first.dilation_rate=2"_s, u"first.strides=1"_s},
        shape({1, 4, 4, 4}));
}

void TstSummaryCommand::setsArguments()
{
    QFETCH(QStringList, assignments);
    QFETCH(QJsonArray, expected);
    const Workplace place;
    QStringList arguments{u"summary"_s, place.file(u"pair.json"_s, kTwoConvs), u"--input-shape"_s,
                          u"1,8,8,3"_s, u"--json"_s};
    for (const QString &assignment : assignments)
        arguments << u"--set"_s << assignment;
    const Outcome outcome = place.run(arguments);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.document()[u"layers"_s][0][u"output_shape"_s].toArray(), expected);
}

void TstSummaryCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QStringList &arguments, int status,
                        const QString &rule, const QString &argument, const QString &message) {
        QTest::newRow(name) << arguments << status << rule << argument << message;
    };
    row("a file that is not there", {u"missing.json"_s}, 2, u"file"_s, {}, u"missing.json"_s);
    row("a file that is no model", {u"text.json"_s}, 2, u"file"_s, {}, u"text.json"_s);
    row("a file cut off", {u"cut.json"_s}, 2, u"file"_s, {}, u"cut.json"_s);
    row("no model", {}, 2, u"input"_s, {}, u"MODEL is required"_s);
    row("an unknown option", {u"pair.json"_s, u"--shape"_s, u"4"_s}, 2, u"input"_s, {},
        u"--shape"_s);
    row("a shape of words", {u"pair.json"_s, u"--input-shape"_s, u"big"_s}, 2, u"input"_s,
        u"input_shape"_s, u"received 'big'"_s);
    row("an assignment without a value", {u"pair.json"_s, u"--set"_s, u"first.filters"_s}, 2,
        u"input"_s, {}, u"LAYER.ARG=VALUE"_s);
    row("an assignment to a layer that is not there",
        {u"pair.json"_s, u"--set"_s, u"third.filters=2"_s}, 2, u"input"_s, u"filters"_s,
        u"the layer 'third'; the model has first, second"_s);
    row("an assignment to an argument that is not there",
        {u"pair.json"_s, u"--set"_s, u"first.filter=2"_s}, 1, u"E16"_s, u"filter"_s,
        u"Conv2D has no argument 'filter'. Did you mean 'filters'?"_s);
    row("an assignment of no number", {u"pair.json"_s, u"--set"_s, u"first.filters=nan"_s}, 1,
        u"E1"_s, u"filters"_s, u"'nan'"_s);
    row("an assignment of a broken value", {u"pair.json"_s, u"--set"_s, u"first.strides=(2"_s}, 2,
        u"input"_s, u"strides"_s, u"')' is missing"_s);
    row("a value of the wrong kind", {u"pair.json"_s, u"--set"_s, u"first.filters=many"_s}, 1,
        u"E1"_s, u"filters"_s, u"many"_s);
    row("a value out of range", {u"pair.json"_s, u"--set"_s, u"first.kernel_size=(3,0)"_s}, 1,
        u"E3"_s, u"kernel_size"_s, u"0"_s);
    row("padding in capitals", {u"pair.json"_s, u"--set"_s, u"first.padding=SAME"_s}, 1, u"E4"_s,
        u"padding"_s, u"same"_s);
    row("strides with dilation", {u"pair.json"_s, u"--set"_s, u"second.dilation_rate=2"_s}, 1,
        u"E8"_s, u"strides"_s, u"dilation_rate"_s);
    row("a window larger than its input", {u"pair.json"_s, u"--set"_s, u"second.kernel_size=9"_s},
        1, u"E13"_s, {}, u"9"_s);
    row("an input of another rank", {u"pair.json"_s, u"--input-shape"_s, u"4,8,3"_s}, 1, u"E11"_s,
        {}, u"(4, 8, 3)"_s);
}

void TstSummaryCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, rule);
    QFETCH(QString, argument);
    QFETCH(QString, message);
    const Workplace place;
    place.file(u"pair.json"_s, kTwoConvs);
    place.file(u"text.json"_s, "no model at all");
    place.file(u"cut.json"_s, QByteArray(kTwoConvs).left(100));

    const Outcome json = place.run(QStringList{u"summary"_s, u"--json"_s} + arguments);
    QCOMPARE(json.status, status);
    QCOMPARE(keysOf(json.document()), u"error"_s);
    QCOMPARE(keysOf(json.error()), u"argument layer message received rule template values"_s);
    QCOMPARE(json.error()[u"rule"_s].toString(), rule);
    if (!argument.isEmpty())
        QCOMPARE(json.error()[u"argument"_s].toString(), argument);
    const QString said = json.error()[u"message"_s].toString();
    QVERIFY2(said.contains(message), qPrintable(said));

    const Outcome text = place.run(QStringList{u"summary"_s} + arguments);
    QCOMPARE(text.status, status);
    QVERIFY2(QString::fromUtf8(text.err).contains(said), text.err);
}

void TstSummaryCommand::marksTheIllegalLayerInTheTable()
{
    const Workplace place;
    const QString model = place.file(u"pair.json"_s, kTwoConvs);
    const Outcome outcome = place.run({u"summary"_s, model, u"--set"_s, u"first.kernel_size=9"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.out.contains("illegal"), outcome.out);
    QVERIFY2(outcome.out.contains("waits for first"), outcome.out);
    QVERIFY2(outcome.err.contains("first"), outcome.err);
    QVERIFY2(outcome.out.contains("first would be legal with:\n  --set first."), outcome.out);
}

void TstSummaryCommand::anErrorIsASentenceAndItsParts()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"model.json"_s, "Conv2D", R"("filters": 4, "kernel_size": [9, 9])");
    const Outcome outcome =
        place.run({u"summary"_s, model, u"--input-shape"_s, u"1,6,20,3"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    const QJsonObject error = outcome.error();
    QCOMPARE(error[u"rule"_s].toString(), u"E13"_s);
    QCOMPARE(error[u"template"_s].toString(), u"{argument}: {reason}, so {result}. {received}"_s);
    const QJsonObject values = error[u"values"_s].toObject();
    QCOMPARE(values[u"argument"_s].toString(), u"kernel_size"_s);
    // Words within words have their own.
    const QJsonObject reason = values[u"reason"_s].toObject();
    QCOMPARE(reason[u"values"_s].toObject()[u"window"_s].toInt(), 9);
    QCOMPARE(reason[u"values"_s].toObject()[u"input"_s].toInt(), 6);
    QVERIFY(reason[u"template"_s].toString().contains(u"{window} of {input} {axis}"_s));
    QVERIFY(error[u"message"_s].toString().contains(u"spans 9 of 6 rows"_s));
}

QTEST_GUILESS_MAIN(TstSummaryCommand)
#include "tst_summary_command.moc"
