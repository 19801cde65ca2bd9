// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"

namespace convscope {

extern const LayerType kMaximum;
const LayerType kMaximum =
    mergeType<MergeOp::Maximum>("Maximum", "largest of its inputs, value by value");

} // namespace convscope
