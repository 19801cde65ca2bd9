// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"

namespace convscope {

extern const LayerType kMinimum;
const LayerType kMinimum =
    mergeType<MergeOp::Minimum>("Minimum", "smallest of its inputs, value by value");

} // namespace convscope
