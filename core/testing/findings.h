// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/comparison.h"
#include "testing/layer_probe.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// A cause of a difference that was proved by trying it: with it, the result matches.
struct Finding
{
    /// "flipped_kernel", "shifted_padding", "swapped_axes", "channel_order", "weight_layout",
    /// "hard_sigmoid_2x", "missing_bias", "other_activation", "legacy_bilinear", "data_format".
    std::string kind;
    /// One sentence: what was changed to make it match.
    Words message;

    bool operator==(const Finding &) const = default;
};

/// Every cause under which the layer's result matches `expected` within the tolerance; empty where
/// none does, or where it matches as it is. `probe.weights` may be of shapes that the layer
/// refuses: then other layouts of them are tried. Reads nothing but its arguments; computes the
/// layer some dozen times.
[[nodiscard]] std::vector<Finding> findCauses(const LayerProbe &probe, const Tensor &expected,
                                              const Tolerance &tolerance);

} // namespace convscope
