// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sweep/sweep.h"
#include "testing/test_case.h"

namespace convscope {

/// "strides=2, padding=same": the values of a setting, for names and tables.
[[nodiscard]] std::string settingText(const Sweep &sweep, const SweepCell &cell);

/// A setting as a case that expects what it computes now: the layer looked at alone on what it
/// reads where it is the only one that varies, else the stack as far as that layer. The setting is
/// computed. Of one that cannot be: a case that expects its refusal. Blocks. Errors: those of the
/// run; "input" where a case would not be refused for the same reason (a lack of memory).
[[nodiscard]] Result<TestCase> caseOfSetting(const Sweep &sweep, const SweepCell &cell,
                                             const std::stop_token &stop);

} // namespace convscope
