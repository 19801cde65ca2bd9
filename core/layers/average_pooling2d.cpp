// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pooling_layer.h"

namespace convscope {

extern const LayerType kAveragePooling2D;
const LayerType kAveragePooling2D = poolType<2, PoolKind::Average>(
    "AveragePooling2D", "AvgPool2D", "averages each window of rows and columns");

} // namespace convscope
