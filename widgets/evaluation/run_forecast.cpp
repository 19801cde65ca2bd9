// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/run_forecast.h"

#include "base/saturating.h"
#include "tensor/memory_blocks.h"

#include <limits>

namespace convscope {

namespace {

/// Reading the free memory costs some microseconds: below this nobody needs it.
constexpr std::int64_t kLittleMemory = std::int64_t{64} << 20;

std::int64_t freeMemory()
{
    return saturatingAdd(availableMemory(), static_cast<std::int64_t>(idleBlockBytes()));
}

} // namespace

std::optional<RunCost> costBeyond(const RunLimits &limits, const PlannedRun &run,
                                  const MeasuredSpeeds &speeds, ActivationCache &cache)
{
    constexpr std::int64_t kAnyMemory = std::numeric_limits<std::int64_t>::max();
    const RunCost most = runCost(stackWork(run.model, run.shapes, run.kernel, kAnyMemory), speeds);
    if (most.bytes <= kLittleMemory && most.milliseconds <= limits.milliseconds)
        return std::nullopt;
    const std::int64_t memory = freeMemory();
    std::vector<LayerWork> work = stackWork(run.model, run.shapes, run.kernel, memory);
    if (!limits.isExceededBy(runCost(work, speeds), memory))
        return std::nullopt;
    const auto outputs = outputFingerprints(run.model, run.shapes, run.inputs, run.kernel);
    for (std::size_t i = 0; i < work.size(); ++i) {
        if (outputs[i] && cache.find(*outputs[i]))
            work[i] = {};
    }
    const RunCost cost = runCost(work, speeds);
    return limits.isExceededBy(cost, memory) ? std::optional(cost) : std::nullopt;
}

} // namespace convscope
