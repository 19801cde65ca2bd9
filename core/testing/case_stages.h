// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/executor.h"
#include "testing/test_case.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace convscope {

class CaseInputs;

/// A refusal, and where it came.
struct StagedError
{
    ErrorStage stage = ErrorStage::Config;
    Error error;
};

/// How far a case came through config, build, weights and call, and what each stage gave.
struct CaseStages
{
    Model model;
    /// See ModelEntry::weightOrder.
    std::vector<std::string> weightOrder;
    std::vector<Tensor> inputs;
    /// What it was built for; `built` has no layers where no shape is known.
    std::vector<Shape> shapes;
    ModelShapes built;
    /// Without layers where there is no input.
    RunResult run;
    std::optional<StagedError> refused;
    /// Of each layer: its class is not known here, or it reads one of those. Such layers have no
    /// shape and no output; where nothing that is wanted depends on them the others run.
    std::vector<bool> lacking;

    [[nodiscard]] bool isLacking(int layer) const
    {
        return static_cast<std::size_t>(layer) < lacking.size() &&
               lacking[static_cast<std::size_t>(layer)];
    }
};

struct StageOptions
{
    std::stop_token stop;
    /// See KernelContext::forcedKernel.
    std::string kernel;
    /// Where named inputs are kept.
    CaseInputs &inputs;
    /// What the case itself expects is not asked for: an unknown class stops nothing else.
    bool ignoresExpectations = false;
};

/// See CaseStages::lacking.
[[nodiscard]] std::vector<bool> lackingLayers(const Model &model);

/// Takes a case through its stages until one refuses. Blocks.
[[nodiscard]] CaseStages runStages(const TestCase &test, const StageOptions &options);

} // namespace convscope
