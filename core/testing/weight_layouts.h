// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/layer_probe.h"

#include <vector>

namespace convscope {

/// The layer with its weights read in another order of axes.
struct WeightLayout
{
    /// "these weights are (out, in, rows, columns): PyTorch's order".
    Words words;
    LayerProbe probe;
};

/// Other orders in which the probe's kernel may have been stored: every permutation of its axes
/// that has the shape the layer wants (also where its own has not), named in words; and the wanted
/// shape filled with the values as they lie.
[[nodiscard]] std::vector<WeightLayout> weightLayouts(const LayerProbe &probe);

} // namespace convscope
