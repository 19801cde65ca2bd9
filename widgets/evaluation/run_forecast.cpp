// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/run_forecast.h"

#include <algorithm>

namespace convscope {

std::optional<RunCost> costBeyond(const RunLimits &limits, const PlannedRun &run,
                                  const MeasuredSpeeds &speeds, ActivationCache &cache)
{
    PlanOptions options;
    options.kernel = run.kernel;
    const RunCost most = runCost(planRun(run.model, run.shapes, options), speeds);
    if (most.bytes <= kLittleMemory && most.milliseconds <= limits.milliseconds)
        return std::nullopt;
    options.memory = freeMemory();
    if (!limits.isExceededBy(runCost(planRun(run.model, run.shapes, options), speeds),
                             options.memory))
        return std::nullopt;
    for (const auto &key : outputFingerprints(run.model, run.shapes, run.inputs, run.kernel)) {
        const bool isAtHand =
            key && std::any_of(run.atHand.begin(), run.atHand.end(), [&](const LayerResult &layer) {
                return layer.output.fingerprint() == *key;
            });
        options.isCached.push_back(isAtHand || (key && cache.contains(*key)));
    }
    const RunCost cost = runCost(planRun(run.model, run.shapes, options), speeds);
    return limits.isExceededBy(cost, options.memory) ? std::optional(cost) : std::nullopt;
}

} // namespace convscope
