// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv_kernel.h"

namespace convscope {

/// The oracle: the loop nests of the formulas as they stand in Keras' documentation, sums in
/// double, rounded once before the activation. Takes every problem; never optimised.
extern const ConvKernel referenceKernel;

} // namespace convscope
