// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_result.h"

#include <string>

namespace convscope {

/// A case that failed, as a section of a page that needs no other file: expected, computed and
/// difference of the map with the worst cell under one symmetric range, the numbers around it,
/// findings, the config and the command that repeats it. `options`: what the command has beside the
/// file and the case's name.
[[nodiscard]] std::string failureSection(const CaseResult &result, const CaseDetail &detail,
                                         const std::string &options);

} // namespace convscope
