// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/background.h"

#include <tbb/task_arena.h>
#include <tbb/task_scheduler_observer.h>

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace convscope {

namespace {

/// Enough for the window's thread to be let in first. More brought nothing that the noise of two
/// shared cores would have shown, and would leave little to the computing beside other busy
/// programs.
constexpr int kNice = 5;

void stepBack()
{
#ifdef __linux__
    thread_local bool hasSteppedBack = false;
    if (hasSteppedBack)
        return;
    hasSteppedBack = true;
    // Linux keeps this per thread; where it is refused nothing is lost but answers.
    const int before = getpriority(PRIO_PROCESS, 0);
    if (before < kNice)
        setpriority(PRIO_PROCESS, 0, kNice);
#endif
}

class WorkersStepBack : public tbb::task_scheduler_observer
{
public:
    WorkersStepBack() { observe(true); }
    ~WorkersStepBack() override { observe(false); }

    void on_scheduler_entry(bool isWorker) override
    {
        if (isWorker)
            stepBack();
    }
};

} // namespace

void computeInBackground()
{
    static WorkersStepBack workers;
    stepBack();
}

void computeFirst(const std::function<void()> &work)
{
    static tbb::task_arena arena(tbb::task_arena::automatic, 1, tbb::task_arena::priority::high);
    arena.execute(work);
}

int threadsToBeHad(int count)
{
    std::mutex gate;
    std::vector<std::thread> threads;
    {
        // They stay until all are there.
        const std::scoped_lock closed(gate);
        try {
            threads.reserve(static_cast<std::size_t>(count));
            while (static_cast<int>(threads.size()) < count)
                threads.emplace_back([&gate] { const std::scoped_lock lock(gate); });
        } catch (const std::exception &) {
            // std::system_error: no more of them; std::bad_alloc: no memory for them either.
        }
    }
    for (std::thread &thread : threads)
        thread.join();
    return static_cast<int>(threads.size());
}

void computeAlone(const std::function<void()> &work)
{
    tbb::task_arena arena(1, 1);
    arena.execute(work);
}

} // namespace convscope
