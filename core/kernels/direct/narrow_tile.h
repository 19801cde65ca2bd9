// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/direct/direct_tile.h"

namespace convscope {

/// Terms of the sum that share a vector where `filters` alone would leave half of it empty or more:
/// 2 or 4; 1 where a vector's half does better or none is empty. `run`: terms of a row.
[[nodiscard]] std::int64_t narrowSplit(std::int64_t filters, std::int64_t run);

/// As directStrip() for few filters: each vector holds all filters for `split` = narrowSplit()
/// neighbouring terms of a row, lane filter · split + term. The partial sums are added at the end.
/// strip.packed: [row][run ÷ split rounded up][vector]; strip.weightRows count such vectors;
/// strip.depth is unused.
void narrowStrip(const DirectStrip &strip);

} // namespace convscope
