// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explain.h"

#include <QString>

namespace convscope {

/// What a stage of an explanation does, as the sentence that stands where a convolution has its
/// kernel: "The largest of 4 values wins: conv2d [8, 3, 1]."
[[nodiscard]] QString mappingWords(const LayerOperands &operands, const Explanation &told,
                                   const Stage &stage);

} // namespace convscope
