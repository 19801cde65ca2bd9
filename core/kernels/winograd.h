// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv_kernel.h"

namespace convscope {

/// 3×3 kernels of stride 1 (any dilation, also 3×3 slices of volumes) with a quarter of the
/// products. Largest error about 3e-6 of the largest result on 256 channels; a value that is not
/// finite spoils the 4×4 results of its tile.
extern const ConvKernel winogradKernel;

} // namespace convscope
