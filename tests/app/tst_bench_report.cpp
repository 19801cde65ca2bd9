// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench_report.h"

#include <QTest>

using namespace convscope;

class TstBenchReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void summarizesSuites();
    void leavesDeclinedProblemsOut();
    void writesWhatItSummarizes();
};

namespace {

BenchTask taskOf(const char *suite, const char *text)
{
    return {suite, text, *parseProblem(text)};
}

/// Half, an eighth … of limits of 100.
BenchRow rowOf(const BenchTask &task, double gflops, double gbs, double firstMs)
{
    BenchRow row{&task, {}, {100, 100}};
    row.result.kernel = "some";
    row.result.ms = 2;
    row.result.firstMs = firstMs;
    row.result.gflops = gflops;
    row.result.gbs = gbs;
    return row;
}

} // namespace

void TstBenchReport::summarizesSuites()
{
    const BenchTask conv = taskOf("live", "conv ic3 in9x9 oc4 k3x3");
    const BenchTask relu = taskOf("memory", "relu ic3 in9x9");
    const BenchTask tanh = taskOf("memory", "tanh ic3 in9x9");
    const auto suites =
        summarized({rowOf(conv, 80, 5, 6), rowOf(relu, 0, 50, 2), rowOf(tanh, 0, 12.5, 3)});
    QCOMPARE(suites.size(), std::size_t{2});
    QCOMPARE(suites[0].suite, std::string("live"));
    QVERIFY(suites[0].computes);
    QCOMPARE(suites[0].mean, 0.8);
    QCOMPARE(suites[0].firstCall, 3.0);
    QCOMPARE(suites[1].problems, 2);
    QVERIFY(!suites[1].computes);
    QCOMPARE(suites[1].mean, 0.25);
    QCOMPARE(suites[1].least, 0.125);
    QCOMPARE(suites[1].leastProblem, std::string("tanh ic3 in9x9"));
    QCOMPARE(suites[1].firstCall, 1.5);
}

void TstBenchReport::leavesDeclinedProblemsOut()
{
    const BenchTask relu = taskOf("memory", "relu ic3 in9x9");
    BenchRow declined{&relu, {}, {}};
    declined.result.declined.emplace_back("direct", words("no convolution"));
    QVERIFY(summarized({declined}).empty());
    const auto document = benchDocument({declined}, {});
    QVERIFY(document["problems"][0]["ms"].is_null());
    QVERIFY(document["suites"].empty());
}

void TstBenchReport::writesWhatItSummarizes()
{
    const BenchTask relu = taskOf("memory", "relu ic3 in9x9");
    const auto document = benchDocument({rowOf(relu, 0, 50, 3)}, {230, 100});
    QCOMPARE(document["machine"]["fma_gflops"].get<double>(), 230.0);
    QCOMPARE(document["problems"][0]["first_ms"].get<double>(), 3.0);
    QCOMPARE(document["problems"][0]["copy_share"].get<double>(), 0.5);
    QCOMPARE(document["suites"][0]["limit"].get<std::string>(), std::string("copy"));
    QCOMPARE(document["suites"][0]["geometric_mean"].get<double>(), 0.5);
    QCOMPARE(document["suites"][0]["first_call"].get<double>(), 1.5);
}

QTEST_APPLESS_MAIN(TstBenchReport)
#include "tst_bench_report.moc"
