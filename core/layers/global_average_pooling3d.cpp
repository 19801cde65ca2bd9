// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/global_pooling_layer.h"

namespace convscope {

extern const LayerType kGlobalAveragePooling3D;
const LayerType kGlobalAveragePooling3D = globalPoolType<3, PoolKind::Average>(
    "GlobalAveragePooling3D", "GlobalAvgPool3D", "the mean of the whole volume, per channel");

} // namespace convscope
