// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_result.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace convscope {

struct Oracle;
struct Property;

struct RunnerOptions
{
    /// Who computes what is expected in place of the file; null: what the file states. Lives longer
    /// than the run.
    const Oracle *oracle = nullptr;
    /// Held of every layer in place of what the file states, beside the oracle.
    std::vector<const Property *> properties;
    /// Takes the place of every case's own tolerance (elementwise or not stays the case's matter).
    std::optional<Tolerance> tolerance;
    /// Only cases whose name contains it.
    std::string filter;
    /// See KernelContext::forcedKernel.
    std::string kernel;
    std::stop_token stop;
    /// Called as each case ends, on the calling thread, with how many have ended and how many there
    /// are to run.
    std::function<void(const CaseResult &, std::size_t done, std::size_t all)> onCase;
    /// Called before it for each case that failed, with all that is known of it: what is not kept
    /// of it then is gone.
    std::function<void(const CaseResult &, const CaseDetail &)> onFailure;
};

/// Runs one case: output, activations, constrained weights, loss, shapes, statistics, properties,
/// oracles, or its refusal. `detail`, where given, is filled.
[[nodiscard]] CaseResult runCase(const TestCase &test, const RunnerOptions &options,
                                 CaseDetail *detail = nullptr);

/// Runs the cases of all files below `paths`, one after another in memory. What cannot be read is
/// in the report's errors and stops no other file.
[[nodiscard]] TestReport runTests(std::span<const std::string> paths, const RunnerOptions &options);

} // namespace convscope
