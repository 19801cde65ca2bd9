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
/// computed. Blocks. Errors: those of the run.
[[nodiscard]] Result<TestCase> caseOfSetting(const Sweep &sweep, const SweepCell &cell,
                                             const std::stop_token &stop);

} // namespace convscope
