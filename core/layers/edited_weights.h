// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

#include <cstddef>
#include <vector>

namespace convscope {

/// An edit of weights: a block of one of a layer's tensors and what stands in it now.
struct WeightBlock
{
    /// Position among the layer's weights, in Keras' order.
    std::size_t weight = 0;
    /// The block's first cell; one number per axis of the weight.
    Extents first;
    /// Of the block's extents, of the weight's rank.
    Tensor values;

    bool operator==(const WeightBlock &) const = default;
};

/// Why a block cannot be set in a weight of these extents: rule "input".
[[nodiscard]] Result<void> checkBlock(const WeightBlock &block, const Extents &weight);

/// The block as the weight has it before the edit. Rule "memory".
[[nodiscard]] Result<Tensor> blockOf(const Tensor &weight, const Extents &first,
                                     const Extents &extents);

/// A weight with its blocks set, in order; blocks of other weights are passed over. A copy of the
/// tensor, unless it is one of the last that were asked for; nothing is hashed: the fingerprint
/// follows from the weight's and the blocks'. Null where the memory is not to be had. Thread-safe;
/// not for threads that must answer at once.
[[nodiscard]] Tensor editedWeight(const Tensor &weight, std::size_t position,
                                  const std::vector<WeightBlock> &blocks);

/// Bytes that editedWeight() would copy now.
[[nodiscard]] std::int64_t bytesToEdit(const Tensor &weight, std::size_t position,
                                       const std::vector<WeightBlock> &blocks);

} // namespace convscope
