// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/parallel.h"
#include "run/background.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>

#include <sys/resource.h>

using namespace convscope;

namespace {

/// Of the calling thread: larger goes later.
int niceness()
{
    return getpriority(PRIO_PROCESS, 0);
}

} // namespace

class TstBackground : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsOtherThreadsGoFirst();
    void computesHereWhatIsUrgent();
};

void TstBackground::letsOtherThreadsGoFirst()
{
    const int before = niceness();
    const int expected = std::max(before, 5);
    std::mutex mutex;
    std::set<std::thread::id> threads;
    std::set<int> found;
    std::thread computing([&] {
        computeInBackground();
        // Until a second thread has come to help, where there is one.
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        const bool hasHelp = threadCount() > 1;
        while (threads.size() < (hasHelp ? 2U : 1U) && std::chrono::steady_clock::now() < end) {
            const bool isDone = parallelFor(64, {}, [&](std::int64_t) {
                std::this_thread::sleep_for(std::chrono::microseconds(200));
                const std::scoped_lock lock(mutex);
                threads.insert(std::this_thread::get_id());
                found.insert(niceness());
            });
            QVERIFY(isDone);
        }
    });
    computing.join();
    QCOMPARE(found, std::set<int>{expected});
    QCOMPARE(niceness(), before);
}

void TstBackground::computesHereWhatIsUrgent()
{
    std::thread::id where;
    computeFirst([&] { where = std::this_thread::get_id(); });
    QCOMPARE(where, std::this_thread::get_id());
}

QTEST_APPLESS_MAIN(TstBackground)
#include "tst_background.moc"
