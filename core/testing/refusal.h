// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_result.h"

namespace convscope {

/// Whether a case was refused as it must be, or why it must not have been, or must have been and
/// was not. Where stored weights do not fit, other orders of their axes are tried: `findings`.
[[nodiscard]] CaseCheck checkRefusal(const TestCase &test, const CaseStages &stages,
                                     std::vector<Finding> &findings);

} // namespace convscope
