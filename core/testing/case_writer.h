// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/test_case.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// A layer or stack that has run, as a case of its own: what it read, the weights it ran with, and
/// what came out as what is expected. Bypassed layers are left out.
struct RecordedCase
{
    std::string name;
    const Model &model;
    std::span<const Tensor> inputs;
    /// Of every layer, as a run gave them (LayerResult::weights).
    std::span<const std::vector<Tensor>> weights;
    std::span<const Tensor> outputs;
    /// Of layers by their names, beside the outputs or in their place.
    std::span<const std::pair<std::string, Tensor>> activations = {};
};

/// Errors: those of reading the model back (a class that is not known here).
[[nodiscard]] Result<TestCase> recordedCase(const RecordedCase &recorded);

/// The case with another JSON; expectations are read anew. Errors: "file".
[[nodiscard]] Result<TestCase> withJson(const TestCase &test, Json json);
/// The case with these outputs as what is expected, in place of whatever it stated.
[[nodiscard]] Result<TestCase> expecting(const TestCase &test, std::vector<Tensor> outputs);

/// Writes cases as one file, which replaces what is there in one step. Names must differ. Errors:
/// "file".
[[nodiscard]] Result<void> writeCases(const std::string &path, std::span<const TestCase> cases);

} // namespace convscope
