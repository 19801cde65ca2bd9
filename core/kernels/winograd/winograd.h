// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"

namespace convscope {

/// 3×3 kernels of stride 1 (any dilation, also 3×3 slices of volumes) with a quarter of the
/// products. Largest error about 3e-6 of the largest result on 256 channels; tiles that see a value
/// that is not finite are computed by the definition.
extern const ConvKernel winogradKernel;

/// The same for few channels: a chunk of tiles goes through both transforms and all filters while
/// it is in the first-level cache.
extern const ConvKernel winogradFusedKernel;

/// F(4, 3), F(3, 4) or F(2, 5) along rows only, for the few channels of a first layer: half of the
/// products, kernels of three to five columns, any rows and planes.
extern const ConvKernel winogradRowsKernel;

} // namespace convscope
