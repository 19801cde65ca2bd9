// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/test_case.h"

namespace convscope {

/// The case with one argument of its layer changed, "kernel_size=5", or of a layer of its model,
/// "conv2d.kernel_size=5". Weights stay as the case stores them. Errors: "usage", those of the
/// argument; "input" for a case whose model lies in a file beside it.
[[nodiscard]] Result<TestCase> changedCase(const TestCase &test, const std::string &text);

} // namespace convscope
