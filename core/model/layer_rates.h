// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace convscope {

/// What one thread does of a kind of layer, per millisecond.
struct LayerRates
{
    double macs = 0;
    /// Of inputs, weights and outputs; the memory of the outputs is fresh.
    double bytes = 0;
};

/// Of a kind as LayerWork has it, on this machine: multiply–adds grow with the width of its
/// vectors. Measured once, on the machine that layer_rates.cpp names.
[[nodiscard]] LayerRates layerRates(std::string_view kind);

/// Bytes of random weights that one thread draws per millisecond.
[[nodiscard]] double drawnBytesPerMs();

} // namespace convscope
