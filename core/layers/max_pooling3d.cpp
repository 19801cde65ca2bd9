// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pooling_layer.h"

namespace convscope {

extern const LayerType kMaxPooling3D;
const LayerType kMaxPooling3D = poolType<3, PoolKind::Max>(
    "MaxPooling3D", "MaxPool3D", "keeps the largest value of each window of a volume");

} // namespace convscope
