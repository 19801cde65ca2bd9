// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_kernel.h"
#include "kernels/direct/direct_plan.h"
#include "tensor/tensor.h"

namespace convscope {

/// Weights in the order the direct kernel reads them:
/// [phase][group][block of directBlockWidth() filters][tap of the phase][input channel][filter of
/// the block]. The last block of a group is rounded up to whole vectors with zeros.
/// Few filters of a single group are packed as narrowStrip() wants them:
/// [phase][row of taps][run ÷ split, rounded up][filter of n ÷ split][term of split].
class PackedWeights
{
public:
    /// From the cache where the same weights were packed before. Fails with "memory" or
    /// "cancelled".
    [[nodiscard]] static Result<PackedWeights> pack(const ConvArgs &args,
                                                    const std::vector<Phase> &phases);

    /// Terms of the sum that share a vector; 1: directStrip() is meant.
    [[nodiscard]] std::int64_t split() const { return m_split; }
    /// Where the blocks of a group begin.
    [[nodiscard]] const float *at(const Phase &phase, std::int64_t group) const;

private:
    [[nodiscard]] Result<void> packNarrow(const ConvArgs &args, const std::vector<Phase> &phases);
    [[nodiscard]] Result<void> packBlocks(const ConvArgs &args, const std::vector<Phase> &phases);

    Tensor m_values;
    std::int64_t m_split = 1;
    std::int64_t m_groups = 1;
    /// Floats one tap of one group takes; narrow: at most, for phases to begin in whole vectors.
    std::int64_t m_tapFloats = 0;
};

} // namespace convscope
