// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/stage.h"
#include "testing/test_case.h"

#include <map>
#include <string>
#include <vector>

namespace convscope {

/// The inputs that cases name rather than store: patterns, and files beside the case. What was read
/// last is kept, so that a file which many cases read is decoded once. Not for use by two threads
/// at once.
class CaseInputs
{
public:
    /// The inputs of a case for its model: one per model input, as the model takes them. Errors:
    /// those of readInput, prepared and makeStage.
    [[nodiscard]] Result<std::vector<Tensor>> inputsOf(const TestCase &test, const Model &model);

private:
    [[nodiscard]] Result<StageInput> read(const std::string &source, const Model &model,
                                          std::size_t index);

    std::map<std::string, StageInput> m_kept;
    std::int64_t m_bytes = 0;
};

} // namespace convscope
