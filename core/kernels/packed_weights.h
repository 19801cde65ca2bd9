// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv_kernel.h"
#include "kernels/direct_plan.h"
#include "tensor/tensor.h"

namespace convscope {

/// Weights in the order the direct kernel reads them:
/// [phase][group][block of directBlockWidth() filters][tap of the phase][input channel][filter of
/// the block]. The last block of a group is rounded up to whole vectors with zeros.
class PackedWeights
{
public:
    /// From the cache where the same weights were packed before. Fails with "memory" or
    /// "cancelled".
    [[nodiscard]] static Result<PackedWeights> pack(const ConvArgs &args,
                                                    const std::vector<Phase> &phases);

    /// Where the blocks of a group begin.
    [[nodiscard]] const float *at(const Phase &phase, std::int64_t group) const;

private:
    Tensor m_values;
    std::int64_t m_groups = 1;
    /// Floats one tap of one group takes.
    std::int64_t m_tapFloats = 0;
};

} // namespace convscope
