// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/pooling_layer.h"

namespace convscope {

extern const LayerType kAveragePooling3D;
const LayerType kAveragePooling3D = poolType<3, PoolKind::Average>(
    "AveragePooling3D", "AvgPool3D", "averages each window of a volume");

} // namespace convscope
