// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"

namespace convscope {

/// The oracle: the loop nests of the formulas as they stand in Keras' documentation, sums in
/// double, rounded once before the activation. Takes every problem; never optimised.
extern const ConvKernel referenceKernel;

/// The results of the filters [first, last) of one output cell, into args.dst: for the few cells
/// that a fast kernel may not compute its own way.
void referenceCell(const ConvArgs &args, std::int64_t batch, const Spatial &cell,
                   std::int64_t first, std::int64_t last);

} // namespace convscope
