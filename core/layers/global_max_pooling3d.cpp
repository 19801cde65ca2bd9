// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/global_pooling_layer.h"

namespace convscope {

extern const LayerType kGlobalMaxPooling3D;
const LayerType kGlobalMaxPooling3D = globalPoolType<3, PoolKind::Max>(
    "GlobalMaxPooling3D", "GlobalMaxPool3D", "the largest value of the whole volume, per channel");

} // namespace convscope
