// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/parallel.h"

#include "base/check.h"

#include <hwy/cache_control.h>

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <mutex>

namespace convscope {

namespace {

struct Free
{
    void operator()(float *p) const { std::free(p); }
};

struct Scratch
{
    std::unique_ptr<float[], Free> memory;
    std::int64_t floats = 0;
};

std::atomic<std::int64_t> highWater{0};

void raiseHighWater(std::int64_t floats)
{
    std::int64_t known = highWater.load(std::memory_order_relaxed);
    while (known < floats && !highWater.compare_exchange_weak(known, floats)) {
    }
}

std::mutex limitMutex;
std::unique_ptr<tbb::global_control> limit;

} // namespace

int threadCount()
{
    const auto allowed = static_cast<int>(
        tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
    // An arena of one place computes alone whatever the program allows.
    return std::min(allowed, tbb::this_task_arena::max_concurrency());
}

void setThreadCount(int count)
{
    check(count >= 0, "a number of threads, or 0 for all");
    const std::scoped_lock lock(limitMutex);
    limit.reset();
    if (count > 0)
        limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                      static_cast<std::size_t>(count));
}

float *threadScratch(std::int64_t floats)
{
    check(floats >= 0 && floats <= kScratchFloats, "scratch within its bound");
    if (floats > highWater.load(std::memory_order_relaxed))
        raiseHighWater(floats);
    thread_local Scratch scratch;
    if (floats > scratch.floats) {
        scratch = {};
        const auto bytes = static_cast<std::size_t>((floats * 4 + 127) / 64 * 64);
        scratch.memory.reset(static_cast<float *>(std::aligned_alloc(64, bytes)));
        check(scratch.memory != nullptr, "memory for scratch");
        scratch.floats = floats;
    }
    return scratch.memory.get();
}

std::int64_t scratchHighWater()
{
    return highWater.load();
}

void resetScratchHighWater()
{
    highWater.store(0);
}

bool detail::runParallel(std::int64_t count, const std::stop_token &stop, IndexCall call,
                         const void *body)
{
    if (stop.stop_requested())
        return false;
    if (count <= 0)
        return true;
    if (count == 1) {
        call(body, 0);
        hwy::FlushStream();
        return true;
    }
    // Isolated: the waiting thread takes no task of another run, whose scratch is also its own.
    bool finished = true;
    tbb::this_task_arena::isolate([&] {
        tbb::task_group_context context(tbb::task_group_context::isolated);
        const std::stop_callback cancel(stop, [&context] { context.cancel_group_execution(); });
        tbb::parallel_for(
            tbb::blocked_range<std::int64_t>(0, count),
            [&](const tbb::blocked_range<std::int64_t> &range) {
                for (std::int64_t i = range.begin(); i < range.end(); ++i) {
                    if (stop.stop_requested())
                        break;
                    call(body, i);
                }
                // What bypassed the caches is there before others hear that it is done.
                hwy::FlushStream();
            },
            context);
        finished = !stop.stop_requested();
    });
    return finished;
}

} // namespace convscope
