// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_result.h"

namespace convscope {

/// One check for each statistic that is expected of an output.
[[nodiscard]] std::vector<CaseCheck> statisticsChecks(const ExpectedStatistics &expected,
                                                      const Tensor &output);

} // namespace convscope
