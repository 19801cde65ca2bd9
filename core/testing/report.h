// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "testing/case_result.h"

#include <string>

namespace convscope {

/// {"passed", "failed", "skipped", "errors": [{"file", "message"}], "cases": [{"file", "name",
/// "status", "max_error", "allowed", "worst_index", "message", "findings": [{"kind", "message"}],
/// "ms"}]}; numbers that JSON cannot hold are null.
[[nodiscard]] Json reportJson(const TestReport &report);

/// For people: "failed  conv2d/dilated: …" and a line for each finding; empty for a case that
/// passed without anything to be said.
[[nodiscard]] std::string caseLine(const CaseResult &result);
/// "1600 passed, 3 failed".
[[nodiscard]] std::string summaryLine(const TestReport &report);

/// JUnit's XML: one test suite per file, an error for each that could not be read.
[[nodiscard]] std::string junitXml(const TestReport &report);

} // namespace convscope
