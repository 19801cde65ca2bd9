// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A stack of one convolution.
QString model(const Workplace &place)
{
    const QString path = place.path(u"model.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the model");
    file.write(R"({"class_name": "Sequential", "config": {"name": "m", "layers": [
        {"class_name": "Conv2D", "config": {"name": "conv2d", "filters": 4, "kernel_size": 3,
         "batch_input_shape": [null, 16, 20, 3]}}]}, "keras_version": "2.15.0"})");
    return path;
}

const QString kNoise = u"pattern:noise?size=16x20&channels=3"_s;

} // namespace

class TstSweepCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsATable();
    void writesTheDocument();
    void writesCasesThatPass();
    void writesRefusalsAsCases();
    void timesTheFirstSettingLikeTheOthers();
    void failsWhereADifferenceIsTooLarge();
    void refuses_data();
    void refuses();
    void pointsToItsOwnHelp();
};

void TstSweepCommand::printsATable()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"sweep"_s, model(place), u"--input"_s, kNoise, u"--vary"_s,
                   u"conv2d.padding=valid,same"_s, u"--vary"_s, u"conv2d.kernel_size=3,17"_s,
                   u"--against"_s, u"reference"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains("(1, 14, 18, 4)"), outcome.out.constData());
    QVERIFY2(outcome.out.contains("17"), outcome.out.constData());
    QCOMPARE(outcome.out.trimmed().split('\n').size(), 6);
    QVERIFY2(outcome.out.split('\n')[0].endsWith("problem"), outcome.out.constData());
}

void TstSweepCommand::writesTheDocument()
{
    const Workplace place;
    const Outcome outcome = place.run(
        {u"sweep"_s, model(place), u"--input"_s, kNoise, u"--vary"_s, u"conv2d.strides=1..2"_s,
         u"--vary"_s, u"conv2d.dilation_rate=1,2"_s, u"--json"_s, u"--output"_s, u"table.csv"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject document = outcome.document();
    QCOMPARE(keysOf(document), u"cells layer vary"_s);
    QCOMPARE(document[u"layer"_s].toString(), u"conv2d"_s);
    QCOMPARE(document[u"vary"_s].toArray()[0].toObject()[u"argument"_s].toString(),
             u"conv2d.strides"_s);
    const QJsonArray cells = document[u"cells"_s].toArray();
    QCOMPARE(cells.size(), 4);
    const QJsonObject first = cells[0].toObject();
    QCOMPARE(keysOf(first), u"error max_difference ms output_shape values"_s);
    QCOMPARE(first[u"values"_s].toArray(), (QJsonArray{1, 1}));
    QCOMPARE(first[u"output_shape"_s].toArray(), (QJsonArray{1, 14, 18, 4}));
    QVERIFY(first[u"ms"_s].isDouble());
    QVERIFY(first[u"max_difference"_s].isNull()); // held against nobody
    const QJsonObject illegal = cells[3].toObject();
    QVERIFY(illegal[u"output_shape"_s].isNull());
    QCOMPARE(illegal[u"error"_s].toObject()[u"layer"_s].toString(), u"conv2d"_s);
    QVERIFY(QFile::exists(place.path(u"table.csv"_s)));
}

void TstSweepCommand::writesCasesThatPass()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"sweep"_s, model(place), u"--input"_s, kNoise, u"--vary"_s,
                   u"conv2d.padding=valid,same"_s, u"--output"_s, u"cases.npz"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(place.run({u"test"_s, u"cases.npz"_s}).out, "2 passed, 0 failed\n");
}

void TstSweepCommand::writesRefusalsAsCases()
{
    const Workplace place;
    const Outcome outcome = place.run(
        {u"sweep"_s, model(place), u"--input"_s, kNoise, u"--vary"_s, u"conv2d.strides=1,2,0"_s,
         u"--vary"_s, u"conv2d.dilation_rate=1,2"_s, u"--output"_s, u"cases.npz"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("cases.npz: 6 of 6 settings written as cases, of which 3 expect "
                                  "a refusal"),
             outcome.err.constData());
    QCOMPARE(place.run({u"test"_s, u"cases.npz"_s}).out, "6 passed, 0 failed\n");
}

void TstSweepCommand::timesTheFirstSettingLikeTheOthers()
{
    // Every setting is the same one, spelled otherwise. A machine that is busy with something else
    // is given five tries.
    const Workplace place;
    double ratio = 0;
    for (int i = 0; i < 5; ++i) {
        const Outcome outcome =
            place.run({u"sweep"_s, model(place), u"--input"_s, kNoise, u"--vary"_s,
                       u"conv2d.strides=1,(1,1),[1,1]"_s, u"--json"_s});
        QCOMPARE(outcome.status, 0);
        const QJsonArray cells = outcome.document()[u"cells"_s].toArray();
        QCOMPARE(cells.size(), 2); // [1, 1] is (1, 1)
        ratio = cells[0][u"ms"_s].toDouble() / cells[1][u"ms"_s].toDouble();
        if (ratio < 1.5)
            return;
    }
    QVERIFY2(ratio < 1.5, qPrintable(QString::number(ratio)));
}

void TstSweepCommand::failsWhereADifferenceIsTooLarge()
{
    const Workplace place;
    const QStringList arguments{u"sweep"_s,     model(place), u"--input"_s,
                                kNoise,         u"--vary"_s,  u"conv2d.activation=linear,relu"_s,
                                u"--against"_s, u"first"_s};
    QCOMPARE(place.run(arguments).status, 0);
    QCOMPARE(place.run(arguments + QStringList{u"--tolerance"_s, u"1e-6,1e-5"_s}).status, 1);
    QCOMPARE(place.run(arguments + QStringList{u"--tolerance"_s, u"1000,0"_s}).status, 0);
    // A limit on nothing would be a check that cannot fail.
    QCOMPARE(place.run(arguments.mid(0, 6) + QStringList{u"--tolerance"_s, u"1,0"_s}).status, 2);
}

void TstSweepCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QStringList &arguments, int status,
                        const QString &words) {
        QTest::newRow(name) << arguments << status << words;
    };
    row("nothing that varies", {}, 2, u"--vary"_s);
    row("an unknown layer", {u"--vary"_s, u"other.strides=1"_s}, 2, u"the model has conv2d"_s);
    row("an unknown argument", {u"--vary"_s, u"conv2d.nosuch=1"_s}, 2, u"no argument nosuch"_s);
    row("an unknown kernel", {u"--vary"_s, u"conv2d.strides=1"_s, u"--kernel"_s, u"nosuch"_s}, 2,
        u"there is no kernel \"nosuch\"; there are "_s);
    row("an argument twice",
        {u"--vary"_s, u"conv2d.strides=1"_s, u"--vary"_s, u"conv2d.strides=2"_s}, 2,
        u"names conv2d.strides twice"_s);
    row("a range of words", {u"--vary"_s, u"conv2d.strides=a..b"_s}, 2, u"whole numbers"_s);
    row("too many settings",
        {u"--vary"_s, u"conv2d.filters=1..200"_s, u"--vary"_s, u"conv2d.strides=1..200"_s}, 2,
        u"at most 10000"_s);
    row("a table of another kind", {u"--vary"_s, u"conv2d.strides=1"_s, u"--output"_s, u"a.txt"_s},
        2, u".csv or .npz"_s);
}

void TstSweepCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, words);
    const Workplace place;
    const Outcome outcome = place.run(QStringList{u"sweep"_s, model(place), u"--input"_s, kNoise} +
                                      arguments + QStringList{u"--json"_s});
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.error()[u"message"_s].toString().contains(words), outcome.out.constData());
}

void TstSweepCommand::pointsToItsOwnHelp()
{
    const Workplace place;
    const QStringList vary{u"--vary"_s, u"conv2d.strides=1"_s};
    const Outcome sweep = place.run(QStringList{u"sweep"_s, model(place)} + vary);
    QCOMPARE(sweep.status, 2);
    QVERIFY2(sweep.err.contains("convscope sweep --help"), sweep.err.constData());
    const Outcome explain = place.run({u"explain"_s, model(place)});
    QCOMPARE(explain.status, 2);
    QVERIFY2(explain.err.contains("convscope explain --help"), explain.err.constData());
}

QTEST_GUILESS_MAIN(TstSweepCommand)
#include "tst_sweep_command.moc"
