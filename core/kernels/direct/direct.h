// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"

namespace convscope {

/// Convolutions and transposed convolutions of any kind by the defining sum, channels in the lanes:
/// bands of output rows on all threads, each through a zero-padded copy of the rows it reads where
/// padding or planes make one necessary.
extern const ConvKernel directKernel;

} // namespace convscope
