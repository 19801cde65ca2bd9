// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/depthwise/depthwise_tile.h"
#include "kernels/depthwise/row_copies.h"
#include "kernels/direct/direct_band.h"
#include "kernels/direct/input_patch.h"

#include <array>
#include <vector>

namespace convscope {

/// The per-channel convolution of one band, row by row: of Depthwise, and the first half of
/// Separable.
class DepthwiseRows
{
public:
    /// Whether rows are computed by 3×3 blocks, two at a time; then bands of some channels will do.
    [[nodiscard]] static bool takesBlocks(const ConvProblem &problem);

    /// The weights as 3×3 blocks read them; null where takesBlocks() is not so. Fails with
    /// "memory".
    [[nodiscard]] static Result<Tensor> packedWeights(const ConvArgs &args);

    /// `band` is one of a single phase; it covers all channels, but see takesBlocks().
    DepthwiseRows(const ConvArgs &args, const Band &band, const Tensor &packed);

    /// Scratch it needs: a copy of the band's input where planes or a multiplier ask for one, or of
    /// a few rows of it.
    [[nodiscard]] std::int64_t scratchFloats() const
    {
        return m_patch.floats() + m_copies.floats();
    }
    /// To be called once, with that scratch, before the rows.
    void prepare(float *scratch);
    /// How many neighbouring output rows rows() takes at once.
    [[nodiscard]] std::int64_t atOnce() const { return m_inBlocks ? kBlockRows : 1; }
    /// Cells of `count` output rows from y on, each to its dst, channels innermost, `stride` floats
    /// apart; bias may be null.
    void rows(std::int64_t y, std::int64_t count, const float *bias, bool relu,
              const std::array<float *, kBlockRows> &dst, std::int64_t stride);

private:
    void block(std::int64_t y, std::int64_t count, const float *bias, bool relu,
               const std::array<float *, kBlockRows> &dst, std::int64_t stride);
    void strip(std::int64_t y, const float *bias, bool relu, float *dst, std::int64_t stride);
    void listRows(std::int64_t y);

    const ConvArgs &m_args;
    const Band &m_band;
    const Tensor &m_packed;
    InputPatch m_patch;
    RowCopies m_copies;              ///< for blocks that read the input itself
    const float *m_origin = nullptr; ///< input or patch, of the cell m_first
    Spatial m_first{};
    Spatial m_stride{};
    bool m_inBlocks = false; ///< 3×3 taps, see DepthwiseBlock
    std::vector<const float *> m_rows;
    std::vector<const float *> m_weights;
};

} // namespace convscope
