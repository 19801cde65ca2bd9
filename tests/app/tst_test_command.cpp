// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/test_paths.h"
#include "tensor/npz.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kCrop = R"({"layer": {"class_name": "Cropping1D", "config": {"cropping": [1, 0]}}})";

QString golden(const QString &name)
{
    return QString::fromStdString(convscope::dataPath("keras/")) + name;
}

/// Two cases, of which "suite/bad" fails.
QString suite(const Workplace &place)
{
    using namespace convscope;
    const std::vector<float> input{1, 2, 3};
    const std::vector<float> right{2, 3};
    const std::vector<float> wrong{2, 4};
    const std::vector<NamedArray> arrays{{"suite/good/case", {{}, kCrop}},
                                         {"suite/good/input", {Tensor::of({1, 3, 1}, input), {}}},
                                         {"suite/good/output", {Tensor::of({1, 2, 1}, right), {}}},
                                         {"suite/bad/case", {{}, kCrop}},
                                         {"suite/bad/input", {Tensor::of({1, 3, 1}, input), {}}},
                                         {"suite/bad/output", {Tensor::of({1, 2, 1}, wrong), {}}}};
    const QString path = place.path(u"suite.npz"_s);
    const auto written = writeNpz(path.toStdString(), arrays);
    if (!written)
        qFatal("%s", written.error().message.c_str());
    return path;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstTestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesWhatKerasMade();
    void saysWhatFails();
    void saysThatNothingWasCompared();
    void writesTheDocument();
    void writesReports();
    void takesATolerance();
    void asksTheOracles();
    void asksForProperties();
    void goesOnAfterAnUnreadableFile();
    void runsAFileOnce();
    void namesAMisspelledKey();
    void holdsRefusalsWhateverIsAsked();
    void refusesAReportInPlaceOfTheCases();
    void refuses_data();
    void refuses();
};

void TstTestCommand::passesWhatKerasMade()
{
    const Workplace place;
    const Outcome outcome = place.run({u"test"_s, golden(u"cropping1d.npz"_s)});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, "8 passed, 0 failed\n");
    QCOMPARE(outcome.err, "");
}

void TstTestCommand::saysWhatFails()
{
    const Workplace place;
    const Outcome outcome = place.run({u"test"_s, suite(place)});
    QCOMPARE(outcome.status, 1);
    const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].startsWith("failed  suite/bad: output at (0, 1, 0) got 3, expected 4"),
             lines[0].constData());
    // The case itself is for the documents: here it would bury what was found.
    QVERIFY2(!lines[0].contains("class_name"), lines[0].constData());
    QCOMPARE(lines[1], "1 passed, 1 failed");
}

void TstTestCommand::saysThatNothingWasCompared()
{
    const Workplace place;
    const Outcome outcome = place.run(
        {u"test"_s, suite(place), u"--oracle"_s, u"data_format"_s, u"--filter"_s, u"bad"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.endsWith("1 skipped\n0 passed, 0 failed\n"), outcome.out.constData());
    QVERIFY2(outcome.err.contains("Every case was skipped"), outcome.err.constData());
}

void TstTestCommand::writesTheDocument()
{
    const Workplace place;
    const QString path = suite(place);
    const Outcome outcome = place.run({u"test"_s, path, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    const QJsonObject document = outcome.document();
    QCOMPARE(keysOf(document), u"cases errors failed passed skipped"_s);
    QCOMPARE(document[u"passed"_s].toInt(), 1);
    QCOMPARE(document[u"failed"_s].toInt(), 1);
    const QJsonObject bad = document[u"cases"_s].toArray()[1].toObject();
    QCOMPARE(keysOf(bad), u"allowed file findings max_error message ms name status worst_index"_s);
    QCOMPARE(bad[u"file"_s].toString(), path);
    QCOMPARE(bad[u"name"_s].toString(), u"suite/bad"_s);
    QCOMPARE(bad[u"status"_s].toString(), u"failed"_s);
    QCOMPARE(bad[u"max_error"_s].toDouble(), 1.0);
    QCOMPARE(bad[u"worst_index"_s].toArray(), (QJsonArray{0, 1, 0}));
}

void TstTestCommand::writesReports()
{
    const Workplace place;
    const Outcome outcome = place.run(
        {u"test"_s, suite(place), u"--junit"_s, u"out.xml"_s, u"--html"_s, u"out.html"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY(content(place.path(u"out.xml"_s)).contains("<testsuites tests=\"2\" failures=\"1\""));
    QVERIFY(content(place.path(u"out.html"_s)).contains("<td>suite/bad<div"));
    QCOMPARE(place.entries(), (QStringList{u"out.html"_s, u"out.xml"_s, u"suite.npz"_s}));
}

void TstTestCommand::takesATolerance()
{
    const Workplace place;
    const QString path = suite(place);
    QCOMPARE(place.run({u"test"_s, path, u"--tolerance"_s, u"1,0"_s}).status, 0);
    QCOMPARE(place.run({u"test"_s, path, u"--tolerance"_s, u"0.9,0"_s}).status, 1);
    QCOMPARE(place.run({u"test"_s, path, u"--filter"_s, u"good"_s}).status, 0);
}

void TstTestCommand::asksTheOracles()
{
    const Workplace place;
    // The kernels agree with each other, whatever the file states.
    QCOMPARE(place.run({u"test"_s, suite(place), u"--oracle"_s, u"reference"_s}).status, 0);
    const Outcome opencv =
        place.run({u"test"_s, golden(u"up_sampling3d.npz"_s), u"--oracle"_s, u"opencv"_s});
    QCOMPARE(opencv.status, 0);
    QVERIFY(opencv.out.contains("OpenCV's Resize knows pictures only"));
    QVERIFY(opencv.out.endsWith("13 skipped\n0 passed, 0 failed\n"));
    // A file of cases is an oracle too: that of the right outputs.
    const Outcome file = place.run(
        {u"test"_s, golden(u"cropping1d.npz"_s), u"--oracle"_s, golden(u"cropping1d.npz"_s)});
    QCOMPARE(file.out, "8 passed, 0 failed\n");
    const Outcome other =
        place.run({u"test"_s, suite(place), u"--oracle"_s, golden(u"cropping1d.npz"_s)});
    QVERIFY2(other.out.contains("says nothing of suite/good"), other.out.constData());
}

void TstTestCommand::asksForProperties()
{
    const Workplace place;
    const Outcome all = place.run({u"test"_s, golden(u"conv1d.npz"_s), u"--property"_s, u"all"_s});
    QCOMPARE(all.status, 0);
    QCOMPARE(all.out, "70 passed, 0 failed\n");
    const Outcome pads =
        place.run({u"test"_s, golden(u"conv1d.npz"_s), u"--property"_s, u"crop_pad"_s});
    QVERIFY(pads.out.contains("is asked of zero padding, not of Conv1D"));
    const Outcome broken = place.run({u"test"_s, golden(u"conv1d.npz"_s), u"--property"_s,
                                      u"linear"_s, u"--tolerance"_s, u"0,0"_s});
    QCOMPARE(broken.status, 1);
    QVERIFY2(broken.out.contains("the smallest input found that breaks it"),
             broken.out.constData());
}

void TstTestCommand::goesOnAfterAnUnreadableFile()
{
    const Workplace place;
    QFile cut(place.path(u"cut.npz"_s));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write("PK") == 2);
    cut.close();
    const Outcome outcome = place.run({u"test"_s, u"cut.npz"_s, golden(u"cropping1d.npz"_s),
                                       u"--json"_s, u"--junit"_s, u"out.xml"_s});
    QCOMPARE(outcome.status, 2);
    const QJsonObject document = outcome.document();
    QCOMPARE(document[u"passed"_s].toInt(), 8);
    QCOMPARE(document[u"errors"_s].toArray().size(), 1);
    QCOMPARE(document[u"errors"_s].toArray()[0].toObject()[u"file"_s].toString(), u"cut.npz"_s);
    QVERIFY(content(place.path(u"out.xml"_s)).contains("errors=\"1\""));
}

void TstTestCommand::runsAFileOnce()
{
    const Workplace place;
    suite(place);
    const Outcome outcome = place.run(
        {u"test"_s, u"."_s, u"suite.npz"_s, place.path(u"suite.npz"_s), u"--filter"_s, u"good"_s});
    QCOMPARE(outcome.out, "1 passed, 0 failed\n");
}

void TstTestCommand::namesAMisspelledKey()
{
    using namespace convscope;
    const Workplace place;
    const std::vector<float> values{1, 2, 3};
    std::string misspelled = kCrop;
    misspelled.insert(1, R"("atoll": 0.5, )");
    const std::vector<NamedArray> arrays{
        {"a/case", {{}, misspelled}},
        {"a/input", {Tensor::of({1, 3, 1}, values), {}}},
        {"b/case", {{}, kCrop}},
        {"b/input", {Tensor::of({1, 3, 1}, values), {}}},
        {"b/output", {Tensor::of({1, 2, 1}, {values.data() + 1, 2}), {}}}};
    QVERIFY(writeNpz(place.path(u"two.npz"_s).toStdString(), arrays));
    const Outcome outcome = place.run({u"test"_s, u"two.npz"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, "1 passed, 0 failed\n");
    QVERIFY2(outcome.err.contains("a: the case has no key atoll; there are layer, "), outcome.err);
}

void TstTestCommand::holdsRefusalsWhateverIsAsked()
{
    const Workplace place;
    const Outcome outcome = place.run({u"test"_s, golden(u"errors.npz"_s), u"--oracle"_s,
                                       u"reference"_s, u"--property"_s, u"all"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(!outcome.out.contains("skipped"), outcome.out.right(300).constData());
    QVERIFY(place.run({u"test"_s, u"--help"_s}).out.contains("expect a refusal"));
}

void TstTestCommand::refusesAReportInPlaceOfTheCases()
{
    const Workplace place;
    const QString cases = suite(place);
    const QByteArray before = content(cases);
    const Outcome outcome = place.run({u"test"_s, cases, u"--html"_s, u"./suite.npz"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("--html would replace ./suite.npz, which is read"), outcome.err);
    QCOMPARE(content(cases), before);
}

void TstTestCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QStringList &arguments, int status,
                        const QString &words) {
        QTest::newRow(name) << arguments << status << words;
    };
    const QString crops = golden(u"cropping1d.npz"_s);
    row("a missing file", {u"absent.npz"_s}, 2, u"there is no such file"_s);
    row("no path", {}, 2, u"PATH"_s);
    row("a tolerance of one number", {crops, u"--tolerance"_s, u"1e-6"_s}, 2, u"ABS,REL"_s);
    row("a negative tolerance", {crops, u"--tolerance"_s, u"-1,0"_s}, 2, u"--tolerance"_s);
    row("an unknown oracle", {crops, u"--oracle"_s, u"delphi"_s}, 2, u"--oracle"_s);
    row("an unknown property", {crops, u"--property"_s, u"colour"_s}, 2, u"there is no property"_s);
    row("an unknown kernel", {crops, u"--kernel"_s, u"nosuch"_s}, 2,
        u"there is no kernel \"nosuch\"; there are "_s);
    row("an oracle that is not there", {crops, u"--oracle"_s, u"gone.npz"_s}, 2, u"gone.npz"_s);
    row("a filter that fits nothing", {crops, u"--filter"_s, u"zebra"_s}, 1, u"zebra"_s);
    row("an empty tolerance", {crops, u"--tolerance"_s, u""_s}, 2, u"--tolerance needs a value"_s);
    row("two reports in one file", {crops, u"--html"_s, u"report"_s, u"--junit"_s, u"./report"_s},
        2, u"--junit and --html would both write report."_s);
    row("a report in no folder", {crops, u"--html"_s, u"no/where.html"_s}, 2, u"no/where.html"_s);
}

void TstTestCommand::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, words);
    const Workplace place;
    arguments.prepend(u"test"_s);
    arguments.append(u"--json"_s);
    const Outcome outcome = place.run(arguments);
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.error()[u"message"_s].toString().contains(words), outcome.out.constData());
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(place.entries().isEmpty());
}

QTEST_GUILESS_MAIN(TstTestCommand)
#include "tst_test_command.moc"
