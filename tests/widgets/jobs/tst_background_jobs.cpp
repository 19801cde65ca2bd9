// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "jobs/background_jobs.h"

#include <QSemaphore>
#include <QStringList>
#include <QTest>
#include <QThread>

#include <atomic>
#include <new>
#include <stdexcept>

using namespace convscope;

using Job = BackgroundJobs::Job;

/// Work off the thread that waits for it.
class TstBackgroundJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsComeBackInOrder();
    void errorsComeBack();
    void exceptionsBecomeErrors();
    void theLatestWins();
    void stoppedJobsSayNothing();
    void progressComesBeforeTheResult();
    void tellsWhetherItIsBusy();
    void destructionWaitsAndForgets();
    void anyThreadMayPost();
};

void TstBackgroundJobs::resultsComeBackInOrder()
{
    BackgroundJobs jobs;
    QStringList said;
    QThread *here = QThread::currentThread();
    for (int i = 0; i < 5; ++i)
        jobs.start(
            [i, here](const Job &) {
                return QThread::currentThread() == here ? QStringLiteral("here")
                                                        : QString::number(i);
            },
            [&](const Result<QString> &text) {
                said << (QThread::currentThread() == here ? *text : QStringLiteral("elsewhere"));
            });
    QVERIFY(said.isEmpty());
    QTRY_COMPARE(said, (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"),
                                    QStringLiteral("3"), QStringLiteral("4")}));
}

void TstBackgroundJobs::errorsComeBack()
{
    BackgroundJobs jobs;
    std::string rule;
    jobs.start(
        [](const Job &) -> Result<int> { return fail("file", {}, {}, words("there is none")); },
        [&](const Result<int> &result) { rule = result.error().rule; });
    QTRY_COMPARE(rule, "file");
}

void TstBackgroundJobs::exceptionsBecomeErrors()
{
    BackgroundJobs jobs;
    std::vector<std::string> rules;
    const auto note = [&](const Result<int> &result) { rules.push_back(result.error().rule); };
    jobs.start([](const Job &) -> int { throw std::bad_alloc(); }, note);
    jobs.start([](const Job &) -> int { throw std::runtime_error("strange"); }, note);
    QTRY_COMPARE(rules, (std::vector<std::string>{"memory", "internal"}));
    // And the queue goes on.
    int answer = 0;
    jobs.start([](const Job &) { return 42; }, [&](const Result<int> &value) { answer = *value; });
    QTRY_COMPARE(answer, 42);
}

void TstBackgroundJobs::theLatestWins()
{
    BackgroundJobs jobs;
    QSemaphore gate;
    std::vector<int> done;
    std::atomic<int> started = 0;
    for (int i = 0; i < 4; ++i)
        jobs.startLatest(
            [&, i](const Job &) {
                ++started;
                gate.acquire();
                return i;
            },
            [&](const Result<int> &value) { done.push_back(*value); });
    gate.release(4);
    QTRY_VERIFY(!jobs.isBusy());
    QCOMPARE(done, std::vector<int>{3});
    // What was overtaken before it began did not run at all.
    QVERIFY(started <= 2);
}

void TstBackgroundJobs::stoppedJobsSayNothing()
{
    BackgroundJobs jobs;
    QSemaphore gate;
    bool sawStop = false;
    bool said = false;
    jobs.start(
        [&](const Job &job) {
            gate.acquire();
            sawStop = job.token().stop_requested() && job.isStopped();
            job.tell([&] { said = true; });
            return 1;
        },
        [&](const Result<int> &) { said = true; });
    jobs.stop();
    gate.release();
    QTRY_VERIFY(!jobs.isBusy());
    QVERIFY(!said);
    Q_UNUSED(sawStop) // where it had begun at all
    // What is started after the stop is heard.
    jobs.start([](const Job &) { return 1; }, [&](const Result<int> &) { said = true; });
    QTRY_VERIFY(said);
}

void TstBackgroundJobs::progressComesBeforeTheResult()
{
    BackgroundJobs jobs;
    QStringList said;
    jobs.start(
        [&](const Job &job) {
            for (int i = 1; i <= 3; ++i)
                job.tell([&said, i] { said << QString::number(i); });
            return 0;
        },
        [&](const Result<int> &) { said << QStringLiteral("done"); });
    QTRY_COMPARE(said.join(u' '), QStringLiteral("1 2 3 done"));
}

void TstBackgroundJobs::tellsWhetherItIsBusy()
{
    BackgroundJobs jobs;
    QStringList said;
    jobs.onBusyChanged(
        [&] { said << (jobs.isBusy() ? QStringLiteral("busy") : QStringLiteral("idle")); });
    for (int i = 0; i < 2; ++i)
        jobs.start([](const Job &) { return 0; },
                   [&](const Result<int> &) {
                       said << (jobs.isBusy() ? QStringLiteral("one") : QStringLiteral("two"));
                   });
    QVERIFY(jobs.isBusy());
    QTRY_COMPARE(said.join(u' '), QStringLiteral("busy one two idle"));
}

void TstBackgroundJobs::destructionWaitsAndForgets()
{
    std::atomic<int> ended = 0;
    bool said = false;
    QSemaphore begun;
    {
        BackgroundJobs jobs;
        for (int i = 0; i < 3; ++i)
            jobs.start(
                [&](const Job &job) {
                    begun.release();
                    while (!job.isStopped())
                        QThread::yieldCurrentThread();
                    return ++ended;
                },
                [&](const Result<int> &) { said = true; });
        begun.acquire();
    }
    // The one that ran was waited for, the others never began.
    QCOMPARE(ended.load(), 1);
    QCoreApplication::processEvents();
    QVERIFY(!said);
}

void TstBackgroundJobs::anyThreadMayPost()
{
    BackgroundJobs jobs;
    QThread *heard = nullptr;
    jobs.start([&] { jobs.post([&] { heard = QThread::currentThread(); }); });
    QTRY_COMPARE(heard, QThread::currentThread());
}

QTEST_GUILESS_MAIN(TstBackgroundJobs)
#include "tst_background_jobs.moc"
