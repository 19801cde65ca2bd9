// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench/bench_suites.h"
#include "bench/problem_runner.h"

#include <QTest>

using namespace convscope;

class TstProblemRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryLine();
    void timesAConvolution();
    void timesAMovement();
    void forcesKernelsOfMovements();
    void saysWhyAKernelDeclines();
    void measuresCopying();
    void stopsWhenCancelled();
    void comparesLimits();
};

namespace {

Problem problemOf(std::string_view text)
{
    auto problem = parseProblem(text);
    if (!problem)
        qFatal("%s", problem.error().message.c_str());
    return *problem;
}

} // namespace

void TstProblemRunner::readsEveryLine()
{
    for (const BenchLine &line : benchLines()) {
        const auto problem = parseProblem(line.problem);
        QVERIFY2(problem.has_value(), problem ? "" : problem.error().message.c_str());
    }
    QCOMPARE(benchSuites().size(), std::size_t{9});
}

void TstProblemRunner::timesAConvolution()
{
    const auto r = runProblem(problemOf("conv ic3 in9x10 oc8 k3x3 p=same"), {{}, 3, 0, {}});
    QVERIFY2(r.has_value(), r ? "" : r.error().message.c_str());
    QVERIFY(!r->kernel.empty());
    QVERIFY(r->ms > 0);
    QVERIFY(r->firstMs > 0);
    // 90 cells, 8 filters, 27 multiply-adds of 2 operations.
    QCOMPARE(r->gflops * r->ms * 1e6, 90.0 * 8 * 27 * 2);
    // 270 + 720 values, 216 weights, 8 biases.
    QCOMPARE(r->gbs * r->ms * 1e6, 4.0 * (270 + 720 + 216 + 8));
}

void TstProblemRunner::timesAMovement()
{
    const auto r = runProblem(problemOf("crop ic2 in9x10 p=1,1x1,1"), {{}, 3, 0, {}});
    QVERIFY2(r.has_value(), r ? "" : r.error().message.c_str());
    QCOMPARE(r->gflops, 0.0);
    QCOMPARE(r->gbs * r->ms * 1e6, 2.0 * 4 * 7 * 8 * 2);
}

void TstProblemRunner::forcesKernelsOfMovements()
{
    const Problem problem = problemOf("relu ic2 in9x10");
    const auto reference = runProblem(problem, {"reference", 1, 0, {}});
    QVERIFY(reference.has_value());
    QCOMPARE(reference->kernel, std::string("reference"));
    const auto vector = runProblem(problem, {"vector", 1, 0, {}});
    QVERIFY(vector.has_value());
    QVERIFY(vector->kernel.starts_with("vector"));
    const auto direct = runProblem(problem, {"direct", 1, 0, {}});
    QVERIFY(!direct);
    QCOMPARE(direct.error().rule, std::string("input"));
    QCOMPARE(direct.error().message,
             std::string("the kernel \"direct\" does not take relu ic2 in9x10 "
                         "last, which has the kernels vector and reference"));
}

void TstProblemRunner::measuresCopying()
{
    auto meter = CopyMeter::create();
    QVERIFY(meter.has_value());
    const auto gbs = meter->measure({});
    QVERIFY(gbs.has_value());
    QVERIFY(*gbs > 0);
}

void TstProblemRunner::saysWhyAKernelDeclines()
{
    const auto r = runProblem(problemOf("conv ic3 in9x10 oc8 k3x3"), {"nonesuch", 1, 0, {}});
    QVERIFY(!r);
    QCOMPARE(r.error().rule, std::string("input"));
}

void TstProblemRunner::stopsWhenCancelled()
{
    std::stop_source source;
    source.request_stop();
    const auto r = runProblem(problemOf("relu ic3 in9x10"), {{}, 1, 3600, source.get_token()});
    QVERIFY(!r);
    QCOMPARE(r.error().rule, std::string("cancelled"));
    const auto limits = measureMachineLimits(source.get_token());
    QVERIFY(!limits);
    QCOMPARE(limits.error().rule, std::string("cancelled"));
}

void TstProblemRunner::comparesLimits()
{
    QCOMPARE(disagreement({100, 50}, {100, 50}), 0.0);
    QCOMPARE(disagreement({100, 50}, {80, 45}), 0.2);
    QVERIFY(!cpuName().empty());
}

QTEST_APPLESS_MAIN(TstProblemRunner)
#include "tst_problem_runner.moc"
