// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/direct_band.h"
#include "kernels/input_patch.h"

#include <vector>

namespace convscope {

/// The per-channel convolution of one band, row by row: of Depthwise, and the first half of
/// Separable.
class DepthwiseRows
{
public:
    /// `band` is one of a single phase and covers all channels.
    DepthwiseRows(const ConvArgs &args, const Band &band);

    /// Scratch it needs: a copy of the band's input where planes or a multiplier ask for one.
    [[nodiscard]] std::int64_t scratchFloats() const { return m_patch.floats(); }
    /// To be called once, with that scratch, before the rows.
    void prepare(float *scratch);
    /// Cells of one output row to dst, channels innermost, `stride` floats apart; bias may be null.
    void row(std::int64_t y, const float *bias, bool relu, float *dst, std::int64_t stride);

private:
    void listRows(std::int64_t y);

    const ConvArgs &m_args;
    const Band &m_band;
    InputPatch m_patch;
    const float *m_origin = nullptr; ///< input or patch, of the cell m_first
    Spatial m_first{};
    Spatial m_stride{};
    std::vector<const float *> m_rows;
    std::vector<const float *> m_weights;
};

} // namespace convscope
