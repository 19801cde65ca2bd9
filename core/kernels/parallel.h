// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stop_token>

namespace convscope {

/// Calls body(i) once for every i in [0, count), spread over all threads, in no particular order.
/// The calling thread takes part. Every body writes its own part of the result and reads nothing
/// that another writes, so the result does not depend on the number of threads. Values a body
/// streams past the caches are in memory when the call returns. Make one i a tile worth 10 µs to
/// some ms: the stop token is polled before each. Returns false where `stop` was requested before
/// all were done; then some were not called.
template <class Body>
[[nodiscard]] bool parallelFor(std::int64_t count, const std::stop_token &stop, const Body &body);

/// Number of threads that work on a parallelFor.
[[nodiscard]] int threadCount();

/// From now on at most `count` threads work (0: all cores). Not during a parallelFor.
void setThreadCount(int count);

/// Uninitialised memory of the calling thread, 64-byte aligned, valid until the thread's next call.
/// Kept for reuse; at most kScratchFloats. A vector more may be read.
[[nodiscard]] float *threadScratch(std::int64_t floats);

/// The most floats any thread asked of threadScratch() since resetScratchHighWater().
[[nodiscard]] std::int64_t scratchHighWater();
void resetScratchHighWater();

/// 32 MiB per thread.
inline constexpr std::int64_t kScratchFloats = std::int64_t{8} << 20;

namespace detail {

using IndexCall = void (*)(const void *body, std::int64_t i);
[[nodiscard]] bool runParallel(std::int64_t count, const std::stop_token &stop, IndexCall call,
                               const void *body);

} // namespace detail

template <class Body>
bool parallelFor(std::int64_t count, const std::stop_token &stop, const Body &body)
{
    return detail::runParallel(
        count, stop, [](const void *b, std::int64_t i) { (*static_cast<const Body *>(b))(i); },
        &body);
}

} // namespace convscope
