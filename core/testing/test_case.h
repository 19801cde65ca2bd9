// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/case_file.h"
#include "testing/comparison.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// Where a rule becomes decidable: from the config alone, with the input shape, with the stored
/// weights, with the input.
enum class ErrorStage
{
    Config,
    Build,
    Weights,
    Call
};

[[nodiscard]] std::string_view toString(ErrorStage stage);

/// What must be refused.
struct ExpectedError
{
    std::string rule;
    std::string argument;
    ErrorStage stage = ErrorStage::Config;
};

/// A case of a test file with its expectations read (the format: tests/data/keras/README.md).
struct TestCase
{
    std::string file;
    CaseEntry entry;
    std::optional<ExpectedError> error;
    std::optional<double> loss;
    Tolerance tolerance;
    std::vector<Shape> inputShapes;
    std::vector<Shape> outputShapes;

    [[nodiscard]] const std::string &name() const { return entry.name; }
};

/// Every case of an .npz file. Errors: "file".
[[nodiscard]] Result<std::vector<TestCase>> readTestCases(const std::string &path);

/// The .npz files below the given files and folders, in order of name; a file is taken as it is.
/// Errors: "file" for a missing path and for a folder without any.
[[nodiscard]] Result<std::vector<std::string>> findCaseFiles(std::span<const std::string> paths);

} // namespace convscope
