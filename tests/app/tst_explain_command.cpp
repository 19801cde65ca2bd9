// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// `convscope explain` as a person starts it.

#include "program.h"
#include "support/test_paths.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

/// An .npy file of float32 values 1, 2, 3, … in this shape.
QByteArray counting(const QList<int> &shape)
{
    QByteArray tuple;
    int count = 1;
    for (const int extent : shape) {
        tuple += QByteArray::number(extent) + ", ";
        count *= extent;
    }
    QByteArray header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + tuple + "), }";
    while ((header.size() + 11) % 64 != 0)
        header += ' ';
    header += '\n';
    QByteArray file("\x93NUMPY\x01\x00", 8);
    file += static_cast<char>(header.size() & 0xff);
    file += static_cast<char>(header.size() >> 8);
    file += header;
    for (int i = 1; i <= count; ++i) {
        const auto value = static_cast<float>(i);
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        file.append(bytes, sizeof value);
    }
    return file;
}

constexpr auto kHalf = R"({"class_name": "Constant", "config": {"value": 0.5}})";

QByteArray withHalves(QByteArray config, const char *kernels = "kernel_initializer")
{
    for (const QByteArray &kernel : QByteArray(kernels).split(' '))
        config += ", \"" + kernel + "\": " + kHalf;
    return config;
}

QByteArray stackOf(const QByteArray &layers)
{
    return R"({"class_name": "Sequential", "config": {"name": "s", "layers": [)" + layers + "]}}";
}

} // namespace

class TstExplainCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheDocument();
    void namesTheLargestValue();
    void tellsStages();
    void cutsManyTerms();
    void printsText();
    void printsTheLargestProductsFirst();
    void anInputIsNoLayer();
    void paddingSeesNothing();
    void checksOptionsFirst();
    void namesTheFileOnce();
    void refuses_data();
    void refuses();
    void namesTheClassThatIsNotKnown();
};

void TstExplainCommand::writesTheDocument()
{
    const Workplace place;
    const QString model = place.layerFile(
        u"conv.json"_s, "Conv2D",
        withHalves(
            R"("name": "conv", "filters": 2, "kernel_size": 3, "padding": "same", "activation": "relu")"));
    const QString input = place.file(u"in.npy"_s, counting({1, 3, 3, 1}));
    const Outcome outcome = place.run({u"explain"_s, model, u"--input"_s, input, u"--cell"_s,
                                       u"0,0,1"_s, u"--kernel"_s, u"reference"_s, u"--json"_s});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    const QJsonObject document = outcome.document();
    QCOMPARE(keysOf(document), u"activation batch cell class_name difference field kernel layer "
                               "note omitted recomputed stages value"_s);
    QCOMPARE(document[u"layer"_s].toString(), u"conv"_s);
    QCOMPARE(document[u"kernel"_s].toString(), u"reference"_s);
    QCOMPARE(document[u"cell"_s].toArray(), (QJsonArray{0, 0, 1}));
    QCOMPARE(document[u"value"_s].toDouble(), 6.0);
    QCOMPARE(document[u"recomputed"_s].toDouble(), 6.0);
    QCOMPARE(document[u"difference"_s].toDouble(), 0.0);
    QVERIFY(document[u"omitted"_s].isNull());

    const QJsonArray stages = document[u"stages"_s].toArray();
    QCOMPARE(stages.size(), 1);
    const QJsonObject stage = stages[0].toObject();
    QCOMPARE(keysOf(stage), u"bias name reduce result sum terms"_s);
    QCOMPARE(stage[u"reduce"_s].toString(), u"sum"_s);
    QCOMPARE(stage[u"sum"_s].toDouble(), 6.0);
    const QJsonArray terms = stage[u"terms"_s].toArray();
    QCOMPARE(terms.size(), 9);
    // The window's upper left is padding, its centre the input's first cell.
    const QJsonObject corner = terms[0].toObject();
    QCOMPARE(keysOf(corner), u"channel input of product source tap weight"_s);
    QVERIFY(corner[u"source"_s].isNull());
    QCOMPARE(corner[u"input"_s].toDouble(), 0.0);
    const QJsonObject centre = terms[4].toObject();
    QCOMPARE(centre[u"tap"_s].toArray(), (QJsonArray{1, 1}));
    QCOMPARE(centre[u"source"_s].toArray(), (QJsonArray{0, 0, 0, 0}));
    QCOMPARE(centre[u"weight"_s].toDouble(), 0.5);
    QCOMPARE(centre[u"product"_s].toDouble(), 0.5);

    const QJsonObject activation = document[u"activation"_s].toObject();
    QCOMPARE(keysOf(activation), u"arguments input name output"_s);
    QCOMPARE(activation[u"name"_s].toString(), u"relu"_s);
    const QJsonArray field = document[u"field"_s].toArray();
    QCOMPARE(field.size(), 1);
    QCOMPARE(keysOf(field[0].toObject()), u"axes layer padding_share"_s);
    QCOMPARE(field[0][u"axes"_s].toArray(), (QJsonArray{QJsonArray{0, 1}, QJsonArray{0, 1}}));
    QVERIFY(std::abs(field[0][u"padding_share"_s].toDouble() - 5.0 / 9) < 1e-12);
}

void TstExplainCommand::namesTheLargestValue()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"pool.json"_s, "MaxPooling2D", R"("name": "pool", "pool_size": 2)");
    const QString input = place.file(u"in.npy"_s, counting({2, 4, 4, 1}));
    const QStringList command{u"explain"_s, model, u"--input"_s, input, u"--json"_s};
    const QJsonObject first = place.run(command).document();
    QCOMPARE(first[u"cell"_s].toArray(), (QJsonArray{1, 1, 0}));
    QCOMPARE(first[u"value"_s].toDouble(), 16.0);
    const QJsonObject second = place.run(command + QStringList{u"--batch"_s, u"1"_s}).document();
    QCOMPARE(second[u"value"_s].toDouble(), 32.0);
    const QJsonObject stage = second[u"stages"_s][0].toObject();
    QCOMPARE(stage[u"reduce"_s].toString(), u"max"_s);
    QCOMPARE(stage[u"winner"_s].toInt(), 3);
    QCOMPARE(stage[u"terms"_s][3][u"source"_s].toArray(), (QJsonArray{1, 3, 3, 0}));
}

void TstExplainCommand::tellsStages()
{
    const Workplace place;
    const QString model = place.file(
        u"stack.json"_s,
        stackOf(R"({"class_name": "InputLayer", "config": {"batch_input_shape": [null, 3, 3, 2]}},
                   {"class_name": "SeparableConv2D", "config": {)" +
                withHalves(R"("name": "separable", "filters": 3, "kernel_size": 3)",
                           "depthwise_initializer pointwise_initializer") +
                R"(}}, {"class_name": "Softmax", "config": {"name": "shares"}})"));
    const QString input = place.file(u"in.npy"_s, counting({1, 3, 3, 2}));
    const QStringList command{u"explain"_s, model, u"--input"_s, input, u"--json"_s};
    const QJsonObject separable =
        place.run(command + QStringList{u"--layer"_s, u"separable"_s}).document();
    const QJsonArray stages = separable[u"stages"_s].toArray();
    QCOMPARE(stages.size(), 3);
    QCOMPARE(stages[1][u"name"_s].toString(), u"depthwise"_s);
    QCOMPARE(stages[2][u"name"_s].toString(), u"pointwise"_s);
    const QJsonObject term = stages[2][u"terms"_s][1].toObject();
    QCOMPARE(keysOf(term), u"channel input product stage weight"_s);
    QCOMPARE(term[u"stage"_s].toInt(), 1);
    // Half of half of all.
    QCOMPARE(separable[u"value"_s].toDouble(), 0.25 * 18 * 19 / 2);

    const QJsonObject shares = place.run(command).document();
    const QJsonObject line = shares[u"stages"_s].toArray().last().toObject();
    QCOMPARE(line[u"reduce"_s].toString(), u"line"_s);
    QCOMPARE(line[u"terms"_s].toArray().size(), 3);
    QCOMPARE(line[u"sum"_s].toDouble(), 3.0);
    QCOMPARE(line[u"result"_s].toDouble(), 1.0 / 3);
    // Its window, then the photo behind it.
    QCOMPARE(shares[u"field"_s].toArray().size(), 2);
    QCOMPARE(shares[u"field"_s][1][u"axes"_s].toArray(),
             (QJsonArray{QJsonArray{0, 2}, QJsonArray{0, 2}}));
}

void TstExplainCommand::cutsManyTerms()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"dense.json"_s, "Dense", withHalves(R"("name": "dense", "units": 2)"));
    const QString input = place.file(u"in.npy"_s, counting({1, 11000}));
    const QStringList command{u"explain"_s, model, u"--input"_s, input, u"--json"_s};
    const QJsonObject cut = place.run(command).document();
    QCOMPARE(cut[u"stages"_s][0][u"terms"_s].toArray().size(), 1000);
    QCOMPARE(cut[u"stages"_s][0][u"terms"_s][0][u"input"_s].toDouble(), 10001.0);
    QCOMPARE(cut[u"omitted"_s][u"count"_s].toInt(), 10000);
    QCOMPARE(cut[u"omitted"_s][u"sum"_s].toDouble(), 0.5 * 10000 * 10001 / 2);
    const QJsonObject all = place.run(command + QStringList{u"--terms"_s, u"all"_s}).document();
    QCOMPARE(all[u"stages"_s][0][u"terms"_s].toArray().size(), 11000);
    QVERIFY(all[u"omitted"_s].isNull());
}

void TstExplainCommand::printsText()
{
    const Workplace place;
    const QString model = place.layerFile(
        u"conv.json"_s, "Conv2D", withHalves(R"("name": "conv", "filters": 2, "kernel_size": 3)"));
    const QString narrow = place.file(u"narrow.npy"_s, counting({1, 3, 3, 1}));
    const Outcome outcome = place.run({u"explain"_s, model, u"--input"_s, narrow});
    QCOMPARE(outcome.status, 0);
    const QString text = QString::fromUtf8(outcome.out);
    QVERIFY2(text.startsWith(u"conv (Conv2D), cell (0, 0, 0) of sample 0: 22.5\n"), outcome.out);
    QVERIFY2(text.contains(u"Stage 0: convolution, 9 terms"), outcome.out);
    QVERIFY2(text.contains(u"input (0, 2, 2, 0)"), outcome.out);
    QVERIFY2(text.contains(u"input: 0–2 0–2"), outcome.out);
    // Six channels are folded.
    const QString wide = place.file(u"wide.npy"_s, counting({1, 3, 3, 6}));
    const QString folded =
        QString::fromUtf8(place.run({u"explain"_s, model, u"--input"_s, wide}).out);
    QVERIFY2(!folded.contains(u"input (0"), qPrintable(folded));
    QVERIFY2(folded.contains(u"54 terms"), qPrintable(folded));
    const QString separable =
        place.layerFile(u"separable.json"_s, "SeparableConv2D",
                        withHalves(R"("filters": 2, "kernel_size": 3)",
                                   "depthwise_initializer pointwise_initializer"));
    const QString stages =
        QString::fromUtf8(place.run({u"explain"_s, separable, u"--input"_s, wide}).out);
    QVERIFY2(stages.contains(u"Stage 1: depthwise of channel 1, 9 terms: "), qPrintable(stages));
    QVERIFY2(!stages.contains(u"input (0"), qPrintable(stages));
    QVERIFY2(stages.contains(u"Stage 6: pointwise, 6 terms"), qPrintable(stages));
}

void TstExplainCommand::printsTheLargestProductsFirst()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"dense.json"_s, "Dense", withHalves(R"("name": "dense", "units": 2)"));
    const QString input = place.file(u"in.npy"_s, counting({1, 6}));
    const QString text =
        QString::fromUtf8(place.run({u"explain"_s, model, u"--input"_s, input}).out);
    QVERIFY2(text.contains(u"6 terms, largest products first"_s), qPrintable(text));
    qsizetype last = 0;
    for (int channel = 5; channel >= 0; --channel) {
        const qsizetype at = text.indexOf(u"(0, %1)"_s.arg(channel), last);
        QVERIFY2(at > last, qPrintable(text));
        last = at;
    }
}

void TstExplainCommand::anInputIsNoLayer()
{
    const Workplace place;
    const QString model = place.file(
        u"stack.json"_s,
        stackOf(
            R"({"class_name": "InputLayer", "config": {"batch_input_shape": [null, 3], "name": "photo"}},
                   {"class_name": "ReLU", "config": {"name": "relu"}})"));
    const Outcome outcome = place.run({u"explain"_s, model, u"--layer"_s, u"photo"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("'photo', which is an input of the model"),
             outcome.err.constData());
    // What is neither gets the names that there are.
    const Outcome other = place.run({u"explain"_s, model, u"--layer"_s, u"input_layer"_s});
    QCOMPARE(other.status, 2);
    QVERIFY2(other.err.contains("Its layers are relu;"), other.err.constData());
}

void TstExplainCommand::paddingSeesNothing()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"pad.json"_s, "ZeroPadding2D", R"("name": "pad", "padding": 2)");
    const QString input = place.file(u"in.npy"_s, counting({1, 3, 3, 1}));
    const auto told = [&](const QString &cell) {
        return QString::fromUtf8(
            place.run({u"explain"_s, model, u"--input"_s, input, u"--cell"_s, cell}).out);
    };
    const QString corner = told(u"0,0,0"_s);
    QVERIFY2(corner.contains(u"Sees no cell of any tensor before it"_s), qPrintable(corner));
    const QString inner = told(u"2,3,0"_s);
    QVERIFY2(inner.contains(u"\nSees\n"_s) && inner.contains(u" 0–0 1–1"_s), qPrintable(inner));
}

void TstExplainCommand::checksOptionsFirst()
{
    // Before a file is looked for, and a cell that is not there before anything is computed.
    const Workplace place;
    Outcome outcome =
        place.run({u"explain"_s, place.path(u"none.json"_s), u"--cell"_s, u"1;2"_s, u"--json"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.error()[u"argument"_s].toString(), u"cell"_s);
    const QString model = place.file(
        u"stack.json"_s,
        stackOf(
            R"({"class_name": "InputLayer", "config": {"batch_input_shape": [null, null, null, 1]}},
                   {"class_name": "Conv2D", "config": {"name": "conv", "filters": 2, "kernel_size": 2}})"));
    const QString input = place.file(u"in.npy"_s, counting({1, 3, 3, 1}));
    outcome = place.run({u"explain"_s, model, u"--input"_s, input, u"--cell"_s, u"9,9,9"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("There is no such cell"), outcome.err.constData());
}

void TstExplainCommand::namesTheFileOnce()
{
    const Workplace place;
    const QString cases =
        QString::fromStdString(convscope::sourcePath("tests/data/keras/activations.npz"));
    const Outcome outcome = place.run({u"explain"_s, cases});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.err.count("activations.npz"), 1);
    QVERIFY2(outcome.err.contains("this is the first"), outcome.err.constData());
    QVERIFY2(!outcome.out.contains("()"), outcome.out.constData());
}

void TstExplainCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("argument");
    const auto row = [](const char *name, const QStringList &arguments, int status,
                        const QString &argument) {
        QTest::newRow(name) << arguments << status << argument;
    };
    row("a cell outside the map", {u"--layer"_s, u"conv"_s, u"--cell"_s, u"2,0,0"_s}, 1, u"cell"_s);
    row("a cell of another rank", {u"--layer"_s, u"conv"_s, u"--cell"_s, u"0,0"_s}, 1, u"cell"_s);
    row("a sample that is not there", {u"--layer"_s, u"conv"_s, u"--batch"_s, u"1"_s}, 1,
        u"batch"_s);
    row("a cell that is none", {u"--layer"_s, u"conv"_s, u"--cell"_s, u"a,b"_s}, 2, u"cell"_s);
    row("a layer that is not there", {u"--layer"_s, u"none"_s}, 2, u"layer"_s);
    row("an illegal layer", {u"--layer"_s, u"big"_s}, 1, u"kernel_size"_s);
    row("a layer behind an illegal one", {u"--layer"_s, u"relu"_s}, 1, u"layer"_s);
}

void TstExplainCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, argument);
    const Workplace place;
    const QString model = place.file(
        u"stack.json"_s,
        stackOf(
            R"({"class_name": "InputLayer", "config": {"batch_input_shape": [null, null, null, 1]}},
                   {"class_name": "Conv2D", "config": {"name": "conv", "filters": 2, "kernel_size": 2}},
                   {"class_name": "Conv2D", "config": {"name": "big", "filters": 2, "kernel_size": 5}},
                   {"class_name": "ReLU", "config": {"name": "relu"}})"));
    const QString input = place.file(u"in.npy"_s, counting({1, 3, 3, 1}));
    const Outcome outcome =
        place.run(QStringList{u"explain"_s, model, u"--input"_s, input, u"--json"_s} + arguments);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.error()[u"argument"_s].toString(), argument);
    QVERIFY(!outcome.err.isEmpty());
    QCOMPARE(outcome.err.count('\n'), 1);
}

void TstExplainCommand::namesTheClassThatIsNotKnown()
{
    // Its shape is stated, so that what follows is legal.
    const Workplace place;
    const QString model =
        QString::fromStdString(convscope::dataPath("keras/files/bad/unknown_class.keras"));
    const Outcome outcome = place.run({u"explain"_s, model, u"--input"_s,
                                       place.file(u"in.npy"_s, counting({1, 8, 8, 1})),
                                       u"--layer"_s, u"out"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error()[u"rule"_s].toString(), u"E16"_s);
    QVERIFY2(outcome.err.contains("it waits for myconv, whose class FancyAttention"),
             outcome.err.constData());
}

QTEST_GUILESS_MAIN(TstExplainCommand)
#include "tst_explain_command.moc"
