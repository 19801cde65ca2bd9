// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pooling_layer.h"

namespace convscope {

extern const LayerType kAveragePooling1D;
const LayerType kAveragePooling1D = poolType<1, PoolKind::Average>("AveragePooling1D", "AvgPool1D",
                                                                   "averages each window of steps");

} // namespace convscope
