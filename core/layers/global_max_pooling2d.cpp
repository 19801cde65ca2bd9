// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/global_pooling_layer.h"

namespace convscope {

extern const LayerType kGlobalMaxPooling2D;
const LayerType kGlobalMaxPooling2D =
    globalPoolType<2, PoolKind::Max>("GlobalMaxPooling2D", "GlobalMaxPool2D",
                                     "the largest value of all rows and columns, per channel");

} // namespace convscope
