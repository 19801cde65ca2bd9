// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/test_paths.h"
#include "tensor/npz.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

const QString kNoise = u"pattern:noise?size=8x8&channels=1"_s;
/// Some 2 GB of address space: enough for the program and for any model a test opens.
const QString kTwoGigabytes = u"ulimit -v 2000000"_s;
/// No thread's stack fits into the address space.
const QString kNoThreads = u"ulimit -s 4000000; ulimit -v 2000000"_s;

} // namespace

/// Nothing heavy before it is allowed: the real program where memory and threads are limited.
class TstLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void refusesARunWhoseOutputsAddUp();
    void refusesMoreLayersThanCanBeListed();
    void opensALongStack();
    void unpacksNothingThatIsNotWanted();
    void computesWithOneThreadWhereNoMoreAreToBeHad();
    void aPictureNeedsThreads();
    void endsInAMessageHoweverLittleMemoryThereIs_data();
    void endsInAMessageHoweverLittleMemoryThereIs();
};

void TstLimits::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("className");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("says");
    QTest::newRow("a hundred million filters")
        << QByteArray("Conv2D") << QByteArray(R"("filters": 100000000, "kernel_size": 3)")
        << u"its output (1, 6, 6, 100000000) needs 13734 MiB, its weights 3815 MiB"_s;
    QTest::newRow("a hundred million channels between")
        << QByteArray("SeparableConv2D")
        << QByteArray(R"("filters": 4, "kernel_size": 3, "depth_multiplier": 100000000)")
        << u"its weights 4960 MiB"_s;
    QTest::newRow("a window of twenty thousand")
        << QByteArray("Conv2D")
        << QByteArray(R"("filters": 2, "kernel_size": 20001, "padding": "same")")
        << u"its weights 3053 MiB"_s;
    QTest::newRow("an orthogonal matrix")
        << QByteArray("Dense")
        << QByteArray(R"("units": 100000000, "kernel_initializer": "orthogonal")")
        << u"their drawing 763 MiB"_s;
}

/// Before a weight is drawn.
void TstLimits::refusesWhatDoesNotFit()
{
    QFETCH(QByteArray, className);
    QFETCH(QByteArray, config);
    QFETCH(QString, says);
    const Workplace place;
    const QString model = place.layerFile(u"layer.json"_s, className, config);
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome =
        place.runLimited(kTwoGigabytes, {u"run"_s, model, u"--input"_s, kNoise, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error().value("rule"_L1).toString(), u"memory"_s);
    const QString message = outcome.error().value("message"_L1).toString();
    QVERIFY2(message.startsWith(u"The run does not fit into the memory: "), qPrintable(message));
    QVERIFY2(message.contains(says), qPrintable(message));
}

/// Thirty layers that each double: every one of them would fit by itself for long.
void TstLimits::refusesARunWhoseOutputsAddUp()
{
    const Workplace place;
    QByteArray layers;
    for (int i = 0; i < 30; ++i)
        layers += (i == 0 ? "" : ", ") +
                  QByteArray(R"({"class_name": "UpSampling1D", "config": {"size": 2}})");
    const QString model =
        place.file(u"double.json"_s,
                   R"({"class_name": "Sequential", "config": {"layers": [)" + layers + "]}}");
    const Outcome outcome =
        place.runLimited(kTwoGigabytes, {u"run"_s, model, u"--input"_s,
                                         u"pattern:noise?size=8&channels=1"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    const QString message = outcome.error().value("message"_L1).toString();
    QVERIFY2(message.contains(u"the layers before it keep"), qPrintable(message));
}

void TstLimits::refusesMoreLayersThanCanBeListed()
{
    const Workplace place;
    const Outcome outcome =
        place.run({u"summary"_s, QString::fromStdString(dataPath("bad/nested_twenty_deep.json")),
                   u"--input-shape"_s, u"1,8,8,1"_s, u"--json"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.error().value("message"_L1).toString(),
             u"the model cannot be read: with every call of the models inside it, it has 524288 "
             "layers; at most 262144 can be opened"_s);
}

void TstLimits::opensALongStack()
{
    const Workplace place;
    QByteArray layers;
    for (int i = 0; i < 20000; ++i)
        layers += (i == 0 ? "" : ", ") +
                  QByteArray(R"({"class_name": "Activation", "config": {"activation": "relu"}})");
    const QString model = place.file(
        u"long.json"_s, R"({"class_name": "Sequential", "config": {"layers": [)" + layers + "]}}");
    const Outcome outcome =
        place.run({u"summary"_s, model, u"--input-shape"_s, u"1,8,8,1"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.contains("activation_19999"));
}

/// An archive of two arrays: what belongs to no case is never unpacked.
void TstLimits::unpacksNothingThatIsNotWanted()
{
    const Workplace place;
    const QString path = place.path(u"bomb.npz"_s);
    std::vector<NamedArray> arrays{
        {"zeros", {Tensor::of({1024, 1024, 128}, std::vector<float>(std::size_t{1} << 27)), {}}}};
    QVERIFY(writeNpz(path.toStdString(), arrays).has_value());
    // Its 512 MiB would not fit.
    const Outcome none = place.runLimited(u"ulimit -v 700000"_s, {u"summary"_s, path, u"--json"_s});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.error().value("message"_L1).toString().contains(u"holds weights alone"),
             none.out.constData());
    arrays.push_back({"c/case", {{}, std::string(R"({"layer": {"class_name": "ReLU",
                                                     "config": {}}, "input_shape": [1, 4]})")}});
    QVERIFY(writeNpz(path.toStdString(), arrays).has_value());
    const Outcome one = place.runLimited(u"ulimit -v 700000"_s, {u"summary"_s, path, u"--json"_s});
    QVERIFY2(one.status == 0, one.err.constData());
}

void TstLimits::computesWithOneThreadWhereNoMoreAreToBeHad()
{
    const Workplace place;
    const QString model =
        place.layerFile(u"conv.json"_s, "Conv2D", R"("filters": 8, "kernel_size": 3)");
    const QStringList arguments{u"run"_s, model, u"--input"_s,
                                u"pattern:noise?size=128x128&channels=3"_s, u"--output"_s};
    const Outcome alone = place.runLimited(kNoThreads, arguments + QStringList{u"one.npz"_s});
    QVERIFY2(alone.status == 0, alone.err.constData());
    QCOMPARE(place.run(arguments + QStringList{u"all.npz"_s}).status, 0);
    QFile one(place.path(u"one.npz"_s));
    QFile all(place.path(u"all.npz"_s));
    QVERIFY(one.open(QIODevice::ReadOnly) && all.open(QIODevice::ReadOnly));
    QCOMPARE(one.readAll(), all.readAll());
}

void TstLimits::aPictureNeedsThreads()
{
    const Workplace place;
    const Outcome outcome = place.runLimited(
        kNoThreads, {u"picture"_s, u"explore"_s, u"-o"_s, u"window.png"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error().value("rule"_L1).toString(), u"memory"_s);
    QVERIFY(outcome.error().value("message"_L1).toString().startsWith(u"The window needs"));
}

void TstLimits::endsInAMessageHoweverLittleMemoryThereIs_data()
{
    QTest::addColumn<int>("kib");
    for (const int mib : {450, 500, 550, 600, 700, 800, 1000})
        QTest::addRow("%d MiB of address space", mib) << mib * 1024;
}

/// Where the program starts at all.
void TstLimits::endsInAMessageHoweverLittleMemoryThereIs()
{
    QFETCH(int, kib);
    const Workplace place;
    const QString limit = u"ulimit -v %1"_s.arg(kib);
    // 128 MiB of output, 64 MiB of weights.
    const QString model = place.layerFile(
        u"conv.json"_s, "Conv2D", R"("filters": 2048, "kernel_size": 1, "padding": "same")");
    const Outcome outcome = place.runLimited(
        limit, {u"run"_s, model, u"--input"_s, u"pattern:noise?size=128x128&channels=3"_s});
    QVERIFY2(outcome.status == 0 || outcome.status == 1 || outcome.status == 127,
             outcome.err.constData());
    QVERIFY2(!outcome.err.contains("should not have happened"), outcome.err.constData());
    if (outcome.status == 1)
        QVERIFY2(outcome.err.contains("emory"), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TstLimits)
#include "tst_limits.moc"
