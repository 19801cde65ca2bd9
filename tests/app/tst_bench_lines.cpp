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
    void refusesAWrongProblem();
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

void TstBenchLines::refusesAWrongProblem()
{
    const auto tasks = benchTasks({}, {}, {"conf ic3"});
    QVERIFY(!tasks);
    QCOMPARE(tasks.error().rule, std::string("usage"));
}

QTEST_APPLESS_MAIN(TstBenchLines)
#include "tst_bench_lines.moc"
