// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"

namespace convscope {

extern const LayerType kAverage;
const LayerType kAverage =
    mergeType<MergeOp::Average>("Average", "mean of its inputs, value by value");

} // namespace convscope
