// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/properties.h"

namespace convscope {

// The response to a single 1 in the input is the kernel: flipped behind a convolution, as it is
// behind a transposed one, thinned out by strides.

[[nodiscard]] std::optional<Words> whyNoImpulse(const LayerProbe &probe);
[[nodiscard]] Result<PropertyOutcome> checkImpulse(const LayerProbe &probe,
                                                   const Tolerance &tolerance);

} // namespace convscope
