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

/// From and up to; both ends belong to it.
struct NumberRange
{
    double low = 0;
    double high = 0;
};

/// What is known of an output's values where the values themselves are not; each may be missing.
struct ExpectedStatistics
{
    std::optional<NumberRange> minimum;
    std::optional<NumberRange> maximum;
    std::optional<NumberRange> mean;
    /// Share of the values that are 0.
    std::optional<NumberRange> zeros;
    /// Every value lies there; NaN lies nowhere.
    std::optional<NumberRange> bounds;
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
    std::optional<ExpectedStatistics> statistics;
    /// Names of properties that every layer must have ("all": each that says something of it).
    std::vector<std::string> properties;
    /// Names of oracles, or files beside the case, that must give the same.
    std::vector<std::string> oracles;
    /// Patterns ("pattern:noise?size=8x8") or files beside the case in place of stored inputs.
    std::vector<std::string> inputSources;
    /// Key of weights that are drawn, in place of stored ones.
    std::optional<std::uint64_t> seed;

    [[nodiscard]] const std::string &name() const { return entry.name; }
};

/// The expectations of an entry. `path`: the file it is from. Errors: "file".
[[nodiscard]] Result<TestCase> readTestCase(const std::string &path, CaseEntry entry);

/// Every case of an .npz file; a model file is one without expectations. Errors: "file".
[[nodiscard]] Result<std::vector<TestCase>> readTestCases(const std::string &path);

} // namespace convscope
