// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pooling_layer.h"

namespace convscope {

extern const LayerType kMaxPooling1D;
const LayerType kMaxPooling1D = poolType<1, PoolKind::Max>(
    "MaxPooling1D", "MaxPool1D", "keeps the largest value of each window of steps");

} // namespace convscope
