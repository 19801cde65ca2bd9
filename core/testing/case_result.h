// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_files.h"
#include "testing/case_stages.h"
#include "testing/findings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

enum class CaseStatus
{
    Passed,
    Failed,
    Skipped ///< only where an oracle or property does not apply; the message says why
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
    /// Why it failed or was skipped; of one that passed only what is worth knowing.
    Words message;
    /// The case as JSON text, where it failed.
    std::string config;
    /// Causes of a difference that were proved by trying them.
    std::vector<Finding> findings;
    double milliseconds = 0;
};

/// A tensor that was held against another.
struct ComparedTensor
{
    /// Begins the sentence about a difference: "output", "conv2d by direct_avx512".
    Words what;
    /// Position of the layer that computed it; −1 where it is no layer's output.
    int layer = -1;
    Tensor computed;
    Tensor expected;
    Tolerance tolerance;
    Comparison comparison;
};

/// One thing that was checked, for lists of them.
struct CaseCheck
{
    Words title;
    CaseStatus status = CaseStatus::Passed;
    /// Why it failed or was skipped, or what was tried.
    Words said;
};

/// All that is known of a case that has run. Tensors are shared.
struct CaseDetail
{
    CaseStages stages;
    std::vector<ComparedTensor> compared;
    std::vector<CaseCheck> checks;
    /// Where a property does not hold: the smallest inputs found that break it, of the layer that
    /// it does not hold for.
    std::vector<Tensor> smallestInputs;

    /// The comparison to look at: the first that does not match, else the one that comes closest to
    /// what is allowed; null where nothing was compared.
    [[nodiscard]] const ComparedTensor *shown() const;
};

struct TestReport
{
    std::vector<CaseResult> cases;
    /// Files that could not be read.
    std::vector<UnreadFile> errors;
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    /// Stopped before the end; `cases` are those that have run.
    bool cancelled = false;
    double milliseconds = 0;

    void add(CaseResult result);
};

} // namespace convscope
