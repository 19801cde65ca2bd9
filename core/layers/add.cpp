// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"

namespace convscope {

extern const LayerType kAdd;
const LayerType kAdd = mergeType<MergeOp::Add>("Add", "adds its inputs, value by value");

} // namespace convscope
