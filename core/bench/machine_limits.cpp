// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench/machine_limits.h"

#include "bench/fma_tile.h"
#include "kernels/move/row_tile.h"
#include "kernels/parallel_tiles.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <vector>

namespace convscope {

namespace {

constexpr std::int64_t kCopyFloats = std::int64_t{32} << 20; // 128 MiB read and 128 MiB written
constexpr int kTries = 7;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The best of some tries: a limit is what is left when nothing else disturbs.
Result<double> fmaGflops(const std::stop_token &stop)
{
    const std::int64_t shares = threadCount();
    double best = 0;
    // 3 · 10⁹ operations on vectors of 16: some 10 ms.
    constexpr std::int64_t rounds = 8'000'000;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        std::vector<std::int64_t> operations(static_cast<std::size_t>(shares), 0);
        std::vector<float> sinks(static_cast<std::size_t>(shares), 0.0F);
        const auto start = std::chrono::steady_clock::now();
        const bool done = parallelFor(shares, stop, [&](std::int64_t i) {
            const auto at = static_cast<std::size_t>(i);
            operations[at] = spinFusedMultiplyAdds(rounds, &sinks[at]);
        });
        if (!done)
            return fail("cancelled", {}, {}, words("the measurement was cancelled"));
        std::int64_t total = 0;
        for (const std::int64_t count : operations)
            total += count;
        best = std::max(best, static_cast<double>(total) / secondsSince(start) / 1e9);
    }
    return best;
}

} // namespace

CopyMeter::CopyMeter(TensorBuffer from, TensorBuffer to)
    : m_from(std::move(from)), m_to(std::move(to))
{
    std::fill(m_from.values().begin(), m_from.values().end(), 1.0F);
    std::fill(m_to.values().begin(), m_to.values().end(), 0.0F);
}

Result<CopyMeter> CopyMeter::create()
{
    auto from = TensorBuffer::allocate({kCopyFloats}, "memory to copy");
    if (!from)
        return tl::unexpected(from.error());
    auto to = TensorBuffer::allocate({kCopyFloats}, "memory to copy to");
    if (!to)
        return tl::unexpected(to.error());
    return CopyMeter(std::move(*from), std::move(*to));
}

Result<double> CopyMeter::measure(const std::stop_token &stop)
{
    double best = 0;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        const auto start = std::chrono::steady_clock::now();
        const bool done = parallelTiles(
            kCopyFloats, std::int64_t{1} << 14, stop, [&](std::int64_t begin, std::int64_t end) {
                copyRow(m_from.data() + begin, m_to.data() + begin, end - begin, true);
            });
        if (!done)
            return fail("cancelled", {}, {}, words("the measurement was cancelled"));
        best = std::max(best, 8.0 * static_cast<double>(kCopyFloats) / secondsSince(start) / 1e9);
    }
    return best;
}

Result<MachineLimits> measureMachineLimits(const std::stop_token &stop)
{
    const auto fma = fmaGflops(stop);
    if (!fma)
        return tl::unexpected(fma.error());
    auto meter = CopyMeter::create();
    if (!meter)
        return tl::unexpected(meter.error());
    const auto copy = meter->measure(stop);
    if (!copy)
        return tl::unexpected(copy.error());
    return MachineLimits{*fma, *copy};
}

std::string cpuName()
{
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return "unknown";
}

double disagreement(const MachineLimits &a, const MachineLimits &b)
{
    const auto relative = [](double x, double y) { return std::abs(x - y) / std::max(x, y); };
    return std::max(relative(a.fmaGflops, b.fmaGflops), relative(a.copyGbs, b.copyGbs));
}

} // namespace convscope
