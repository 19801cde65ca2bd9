// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/global_pooling_layer.h"

namespace convscope {

extern const LayerType kGlobalMaxPooling1D;
const LayerType kGlobalMaxPooling1D = globalPoolType<1, PoolKind::Max>(
    "GlobalMaxPooling1D", "GlobalMaxPool1D", "the largest value of all steps, per channel");

} // namespace convscope
