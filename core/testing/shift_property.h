// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/properties.h"

namespace convscope {

// Shift equivariance: an input moved by a number of cells that the strides divide gives the output
// moved, wherever neither window reaches past the input's edge.

[[nodiscard]] std::optional<Words> whyNoShift(const LayerProbe &probe);
/// Tries the smallest such shift of each spatial axis and says which they were.
[[nodiscard]] Result<PropertyOutcome> checkShift(const LayerProbe &probe,
                                                 const Tolerance &tolerance);

} // namespace convscope
