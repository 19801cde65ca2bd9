// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/parallel.h"

#include <QTest>

#include <atomic>
#include <vector>

using namespace convscope;

class TstParallel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { setThreadCount(0); }
    void callsEveryIndexOnce_data();
    void callsEveryIndexOnce();
    void stopsWhenAsked();
    void startsNothingOnceStopped();
    void scratchIsAlignedAndKept();
};

void TstParallel::callsEveryIndexOnce_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing to do") << 0 << 0;
    QTest::newRow("one thread, one index") << 1 << 1;
    QTest::newRow("one thread, many indices") << 1 << 1000;
    QTest::newRow("two threads, many indices") << 2 << 1000;
    QTest::newRow("all threads, odd count") << 0 << 777;
}

void TstParallel::callsEveryIndexOnce()
{
    QFETCH(int, threads);
    QFETCH(int, count);
    setThreadCount(threads);
    if (threads > 0)
        QCOMPARE(threadCount(), threads);
    std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
    QVERIFY(parallelFor(count, {}, [&](std::int64_t i) { ++calls[static_cast<std::size_t>(i)]; }));
    for (const auto &c : calls)
        QCOMPARE(c.load(), 1);
}

void TstParallel::stopsWhenAsked()
{
    setThreadCount(2);
    std::stop_source source;
    std::atomic<int> calls = 0;
    const bool finished = parallelFor(100000, source.get_token(), [&](std::int64_t) {
        if (++calls >= 10)
            source.request_stop();
    });
    QVERIFY(!finished);
    QVERIFY(calls < 20);
}

void TstParallel::startsNothingOnceStopped()
{
    std::stop_source source;
    source.request_stop();
    bool called = false;
    QVERIFY(!parallelFor(1, source.get_token(), [&](std::int64_t) { called = true; }));
    QVERIFY(!called);
}

void TstParallel::scratchIsAlignedAndKept()
{
    float *first = threadScratch(100);
    QCOMPARE(reinterpret_cast<std::uintptr_t>(first) % 64, std::uintptr_t{0});
    QCOMPARE(threadScratch(50), first);
}

QTEST_APPLESS_MAIN(TstParallel)
#include "tst_parallel.moc"
