// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "testing/comparison.h"

#include <string>

namespace convscope {

/// "1e-6,1e-5": absolute 1e-6, relative 1e-5. Error "usage".
[[nodiscard]] Result<Tolerance> parseTolerance(const std::string &text);

} // namespace convscope
