// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/global_pooling_layer.h"

namespace convscope {

extern const LayerType kGlobalAveragePooling1D;
const LayerType kGlobalAveragePooling1D = globalPoolType<1, PoolKind::Average>(
    "GlobalAveragePooling1D", "GlobalAvgPool1D", "the mean of all steps, per channel");

} // namespace convscope
