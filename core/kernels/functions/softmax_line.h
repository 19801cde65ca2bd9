// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

namespace convscope {

/// τ of Keras' sparsemax for values sorted from high to low: with S_j the sum of the first j and
/// the support {j : z_j > (S_j − 1) / j} of size k, τ = (Σ_{j in support} S_j − 1) / k. (The
/// projection onto the simplex has S_k alone in place of the sum; Keras sums all.)
[[nodiscard]] double sparsemaxThreshold(std::span<const double> sorted);

} // namespace convscope
