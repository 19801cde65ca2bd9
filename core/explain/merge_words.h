// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/move/merge.h"

namespace convscope {

/// "add", "subtract", …
[[nodiscard]] const char *wordOf(MergeOp op);
/// What two values become; an average is a sum that is divided at the end.
[[nodiscard]] double mergedValue(MergeOp op, double a, double b);

} // namespace convscope
