// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/functions/elementwise.h"

namespace convscope {

/// The function in double throughout, where `evaluate` rounds to float.
[[nodiscard]] double evaluateExactly(const Elementwise &function, double x);

} // namespace convscope
