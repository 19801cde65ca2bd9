// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "testing/runner.h"

#include <string>

namespace convscope {

/// {"passed", "failed", "skipped", "cases": [{"file", "name", "status", "max_error", "allowed",
/// "worst_index", "message", "ms"}]}; numbers that JSON cannot hold are null.
[[nodiscard]] Json reportJson(const TestReport &report);

/// One line for people: "failed  conv2d/dilated: …", empty for a case that passed.
[[nodiscard]] std::string caseLine(const CaseResult &result);
/// "1600 passed, 3 failed".
[[nodiscard]] std::string summaryLine(const TestReport &report);

/// JUnit's XML: one test suite per file.
[[nodiscard]] std::string junitXml(const TestReport &report);
/// One page that needs no other file: totals, failures first, every case with its error and its
/// share of the allowed one.
[[nodiscard]] std::string htmlPage(const TestReport &report);

} // namespace convscope
