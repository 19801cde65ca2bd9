// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/arithmetic.h"

// Normalizations whose statistics are not those of LayerNormalization, as NormalizationRule says
// them in place of positions of weights.

namespace convscope {

/// NormalizationRule::mean: nothing is taken off, and squares are those of the values themselves.
constexpr int kNoMean = -2;
/// NormalizationRule::variance: the sum of the squares, not their mean.
constexpr int kSumOfSquares = -2;

/// NormalizationRule::epsilon: nothing is added to the variance; what is divided by is no less than
/// this positive number.
[[nodiscard]] constexpr double leastDeviation(double least)
{
    return -least;
}

/// The statistics are those of the line that a cell sees, not stored ones.
[[nodiscard]] constexpr bool isOfLine(const NormalizationRule &rule)
{
    return rule.variance < 0;
}

} // namespace convscope
