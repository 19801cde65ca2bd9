// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/global_pooling_layer.h"

namespace convscope {

extern const LayerType kGlobalAveragePooling2D;
const LayerType kGlobalAveragePooling2D = globalPoolType<2, PoolKind::Average>(
    "GlobalAveragePooling2D", "GlobalAvgPool2D", "the mean of all rows and columns, per channel");

} // namespace convscope
