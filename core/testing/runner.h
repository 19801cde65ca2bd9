// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/test_case.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace convscope {

/// What results are held against.
enum class Oracle
{
    Stored,    ///< the outputs in the file
    Reference, ///< the textbook kernels, run on the same case
    OpenCv     ///< cv::filter2D, for Conv2D and DepthwiseConv2D
};

enum class CaseStatus
{
    Passed,
    Failed,
    Skipped ///< only where an oracle does not apply; the message says why
};

[[nodiscard]] std::string_view toString(CaseStatus status);

struct CaseResult
{
    std::string file;
    std::string name;
    CaseStatus status = CaseStatus::Passed;
    /// Of the worst tensor; nothing where nothing was compared (error and shape cases).
    std::optional<double> maxError;
    std::optional<double> allowed;
    Extents worstIndex;
    /// Why it failed or was skipped, with the config at fault; empty otherwise.
    std::string message;
    double milliseconds = 0;
};

struct RunnerOptions
{
    Oracle oracle = Oracle::Stored;
    /// Takes the place of every case's own tolerance (elementwise or not stays the case's matter).
    std::optional<Tolerance> tolerance;
    /// Only cases whose name contains it.
    std::string filter;
    /// See KernelContext::forcedKernel.
    std::string kernel;
    std::stop_token stop;
    /// Called as each case ends, on the calling thread, with the number of its file and of all
    /// files.
    std::function<void(const CaseResult &, int file, int files)> onCase;
};

struct TestReport
{
    std::vector<CaseResult> cases;
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    bool cancelled = false;
    double milliseconds = 0;
};

/// Runs one case: output, activations, constrained weights, loss, shapes, or its refusal.
[[nodiscard]] CaseResult runCase(const TestCase &test, const RunnerOptions &options);

/// Runs the cases of all files below `paths`. Errors: "file" for what cannot be read; a failing
/// case is no error.
[[nodiscard]] Result<TestReport> runTests(std::span<const std::string> paths,
                                          const RunnerOptions &options);

} // namespace convscope
