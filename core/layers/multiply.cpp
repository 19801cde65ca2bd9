// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"

namespace convscope {

extern const LayerType kMultiply;
const LayerType kMultiply =
    mergeType<MergeOp::Multiply>("Multiply", "multiplies its inputs, value by value");

} // namespace convscope
