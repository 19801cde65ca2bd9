// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/model_json.h"
#include "testing/test_case.h"

namespace convscope {

/// The model a case is about.
struct CaseModel
{
    ModelEntry entry;
    /// It came with the weights of a file beside the case.
    bool hasWeights = false;
};

/// Reads it from the case, or from the model file beside it that the case names by its key "file":
/// a whole model, weights alone for the case's own model, or JSON for the case's own weights.
[[nodiscard]] Result<CaseModel> modelOfTest(const TestCase &test);

/// A case without expectations for a model file, to be computed in two ways: its stored inputs, or
/// seeded noise where it has none (unknown sizes: batch 1, else 16). Errors: those of loadModel.
[[nodiscard]] Result<TestCase> caseOfModelFile(const std::string &path);

} // namespace convscope
