// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/tensor.h"
#include "weights_edit/kernel_presets.h"
#include "weights_edit/weight_layout.h"

#include <cstdint>
#include <stop_token>

namespace convscope {

/// What can be done to the values of a block of weights.
enum class WeightOperation
{
    // To every kernel by itself:
    Turn,          ///< by 90° clockwise
    MirrorColumns, ///< left–right
    MirrorRows,    ///< top–bottom
    Transpose,     ///< rows become columns
                   // To every kernel by itself, or to every filter as a whole (see `ofFilters`):
    SumToZero,     ///< less the mean
    SumToOne,      ///< divided by the sum
    NormToOne,     ///< divided by the root of the sum of the squares
                   // To every value:
    Add,
    Scale,
    Invert, ///< the other sign
    Zero,
    /// Values change their places within the block.
    Shuffle,
};

struct WeightTransform
{
    WeightOperation operation = WeightOperation::Invert;
    /// Add: what; Scale: the factor.
    double amount = 0;
    /// Shuffle: the same seed gives the same order.
    std::uint64_t seed = 0;
    /// Sums and norms are those of filters, not of kernels; a vector has one of each.
    bool ofFilters = false;
};

/// A block after it; `layout` is the block's own (WeightLayout::over()). Errors: "input" where the
/// kernel's shape does not allow it (turning what is not square) or the sum or norm is zero,
/// "memory", "cancelled".
[[nodiscard]] Result<Tensor> transformed(const Tensor &block, const WeightLayout &layout,
                                         const WeightTransform &transform,
                                         const std::stop_token &stop = {});

/// A block of which every kernel is the preset. Errors: those of kernelValues(), "memory".
[[nodiscard]] Result<Tensor> filledWith(const KernelPreset &preset, const WeightLayout &layout,
                                        const std::stop_token &stop = {});

} // namespace convscope
