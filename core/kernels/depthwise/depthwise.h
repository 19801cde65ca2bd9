// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"

namespace convscope {

/// Per-channel convolutions, channels in the lanes.
extern const ConvKernel depthwiseKernel;

/// Depthwise, then pointwise, a band of rows at a time: the result between stays in the cache.
extern const ConvKernel separableKernel;

} // namespace convscope
