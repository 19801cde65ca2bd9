// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/runner.h"

namespace convscope {

/// Judges a case that has gone through its stages by what it states, or by what `options` put in
/// its place: status, errors, message and findings of the result, and the checks of the detail.
void checkCase(const TestCase &test, const RunnerOptions &options, CaseResult &result,
               CaseDetail &detail);

} // namespace convscope
