// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench_lines.h"

#include "bench/bench_suites.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstBenchLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEverySuiteWhereNoneIsNamed();
    void namesKnownSuites();
    void readsAFileWithComments();
    void saysWhichLineIsWrong();
    void refusesAFileWithoutProblems();
    void refusesAWrongProblem();
    void saysWhatIsStatedTwice_data();
    void saysWhatIsStatedTwice();
    void takesNegativePaddingWhereItMeansSomething();
};

void TstBenchLines::takesEverySuiteWhereNoneIsNamed()
{
    const auto tasks = benchTasks({}, {}, {});
    QVERIFY2(tasks.has_value(), tasks ? "" : tasks.error().message.c_str());
    QCOMPARE(tasks->size(), benchLines().size());
    const auto live = benchTasks({"live"}, {}, {"relu ic4 in8x8"});
    QCOMPARE(live->size(), std::size_t{8});
    QCOMPARE(live->front().suite, std::string("live"));
    QCOMPARE(live->back().suite, std::string("problem"));
}

void TstBenchLines::namesKnownSuites()
{
    const auto tasks = benchTasks({"resnet"}, {}, {});
    QVERIFY(!tasks);
    QCOMPARE(tasks.error().rule, std::string("usage"));
    QCOMPARE(tasks.error().message,
             std::string("There is no suite \"resnet\"; there are live, seed, dcgan, mobilenet_v1, "
                         "vgg16, resnet50, wavenet, c3d, memory."));
}

void TstBenchLines::readsAFileWithComments()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# mine\n\n  conv ic3 in8x8 oc4 k3x3 p=same # first\npad ic3 in8x8 p=1,1x1,1\r\n");
    file.close();
    const auto tasks = benchTasks({}, {file.fileName().toStdString()}, {});
    QVERIFY2(tasks.has_value(), tasks ? "" : tasks.error().message.c_str());
    QCOMPARE(tasks->size(), std::size_t{2});
    QCOMPARE(tasks->front().text, std::string("conv ic3 in8x8 oc4 k3x3 p=same"));
}

void TstBenchLines::saysWhichLineIsWrong()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("relu in8x8\nrelu in8xx8\n");
    file.close();
    const std::string path = file.fileName().toStdString();
    const auto tasks = benchTasks({}, {path}, {});
    QVERIFY(!tasks);
    QCOMPARE(tasks.error().rule, std::string("file"));
    QCOMPARE(tasks.error().message,
             path +
                 ", line 2: the problem \"relu in8xx8\" has the unknown or wrong word \"in8xx8\".");
    const auto missing = benchTasks({}, {path + "2"}, {});
    QCOMPARE(missing.error().rule, std::string("file"));
}

void TstBenchLines::refusesAFileWithoutProblems()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# nothing yet\n\n");
    file.close();
    const std::string path = file.fileName().toStdString();
    const auto empty = benchTasks({}, {path}, {});
    QVERIFY(!empty);
    QCOMPARE(empty.error().rule, std::string("file"));
    QCOMPARE(empty.error().message, path + " holds no problem.");
    const auto notAFile = benchTasks({}, {folder.path().toStdString()}, {});
    QVERIFY(!notAFile);
    QCOMPARE(notAFile.error().rule, std::string("file"));
}

void TstBenchLines::saysWhatIsStatedTwice_data()
{
    QTest::addColumn<QByteArray>("problem");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("channels") << QByteArray("conv ic3 in8x8 oc4 k3x3 ic4")
                              << QByteArray("states ic twice, as \"ic3\" and as \"ic4\"");
    QTest::newRow("a padding") << QByteArray("conv ic3 in8x8 oc4 k3x3 p=same p=1,1x1,1")
                               << QByteArray("states p twice");
    QTest::newRow("a factor in two spellings")
        << QByteArray("upsample ic4 in8x8 k2x2 k=3x3") << QByteArray("states k twice");
    QTest::newRow("two layouts") << QByteArray("relu ic4 in8x8 last first")
                                 << QByteArray("states last, first or any twice");
    QTest::newRow("two modes") << QByteArray("upsample ic4 in8x8 k2x2 nearest bilinear")
                               << QByteArray("states nearest or bilinear twice");
}

void TstBenchLines::saysWhatIsStatedTwice()
{
    QFETCH(QByteArray, problem);
    QFETCH(QByteArray, words);
    const auto tasks = benchTasks({}, {}, {problem.toStdString()});
    QVERIFY(!tasks);
    QCOMPARE(tasks.error().rule, std::string("usage"));
    QVERIFY2(tasks.error().message.find(words.toStdString()) != std::string::npos,
             tasks.error().message.c_str());
}

void TstBenchLines::takesNegativePaddingWhereItMeansSomething()
{
    // A convolution leaves input unread; nothing else does.
    QVERIFY(benchTasks({}, {}, {"conv ic3 in8x8 oc4 k3x3 p=-1,0x0,0"}).has_value());
    for (const char *problem : {"max_pool ic3 in8x8 k2x2 p=-1,0x0,0", "pad ic3 in8x8 p=-1,0x0,0",
                                "crop ic3 in8x8 p=-1,0x0,0"})
        QVERIFY2(!benchTasks({}, {}, {problem}), problem);
}

void TstBenchLines::refusesAWrongProblem()
{
    const auto tasks = benchTasks({}, {}, {"conf ic3"});
    QVERIFY(!tasks);
    QCOMPARE(tasks.error().rule, std::string("usage"));
}

QTEST_APPLESS_MAIN(TstBenchLines)
#include "tst_bench_lines.moc"
