// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/run_cost.h"
#include "run/executor.h"

#include <optional>
#include <span>
#include <string>

namespace convscope {

/// A run that might be started.
struct PlannedRun
{
    const Model &model;
    /// Of the model on the run's inputs.
    const ModelShapes &shapes;
    /// Fingerprints of the inputs; empty: unknown, so that nothing is taken for cached.
    std::vector<Fingerprint> inputs;
    std::string kernel;
    /// See RunOptions::atHand.
    std::span<const LayerResult> atHand;
};

/// What the run would cost where that exceeds the limits; nothing where it may start unasked.
/// Layers that the cache holds cost nothing. Usual edits are told apart by arithmetic alone.
[[nodiscard]] std::optional<RunCost> costBeyond(const RunLimits &limits, const PlannedRun &run,
                                                const MeasuredSpeeds &speeds,
                                                ActivationCache &cache);

} // namespace convscope
