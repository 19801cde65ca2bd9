// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"

namespace convscope {

extern const LayerType kSubtract;
const LayerType kSubtract =
    mergeType<MergeOp::Subtract>("Subtract", "first input less the second, value by value");

} // namespace convscope
