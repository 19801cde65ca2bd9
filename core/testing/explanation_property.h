// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/properties.h"

namespace convscope {

// What the explanation of a cell adds up to is the value that the layer computed there.

[[nodiscard]] std::optional<Words> whyNoExplanation(const LayerProbe &probe);
/// Of a few cells, chosen at random but the same ones for the same output.
[[nodiscard]] Result<PropertyOutcome> checkExplanation(const LayerProbe &probe,
                                                       const Tolerance &tolerance);

} // namespace convscope
