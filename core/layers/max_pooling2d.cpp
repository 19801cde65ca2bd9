// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pooling_layer.h"

namespace convscope {

extern const LayerType kMaxPooling2D;
const LayerType kMaxPooling2D = poolType<2, PoolKind::Max>(
    "MaxPooling2D", "MaxPool2D", "keeps the largest value of each window of rows and columns");

} // namespace convscope
