// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/upsample.h"
#include "kernels/window/upsample_weights.h"

#include <array>
#include <stop_token>
#include <vector>

namespace convscope {

/// Up-sampling by tiles, some rows of a part of the width: input rows are blended along the row
/// once, then wait in the cache to be blended into the output rows. Nearest rows are spread once
/// and copied.
class RowUpsampling
{
public:
    /// `p` with its axes at the end of three; neither tensor is empty. `taps` per axis.
    RowUpsampling(const UpsampleProblem &p, const std::array<std::vector<AxisTaps>, 3> &taps,
                  const float *src, float *dst);

    /// The scratch of a part of a row fits its bound.
    [[nodiscard]] bool fits() const;
    [[nodiscard]] bool run(const std::stop_token &stop) const;

private:
    /// Output cells [begin, end) of a row and the input cells they need.
    struct Part
    {
        std::int64_t begin;
        std::int64_t end;
        std::int64_t from;
        std::int64_t cells;
    };
    void makeCellTables(const std::vector<AxisTaps> &taps);
    void makeValueTables(const std::vector<AxisTaps> &taps);
    void makeParts();
    /// Input rows blended along the row, as far as a part goes.
    struct Ring
    {
        float *memory;
        std::int64_t step;              ///< values of a slot
        std::vector<std::int64_t> rows; ///< per slot the input row in it, or −1
    };
    [[nodiscard]] std::int64_t scratch() const;
    void blendTile(std::int64_t row, std::int64_t rowEnd, const Part &part) const;
    const float *wideRow(std::int64_t slice, std::int64_t row, const Part &part, Ring &ring) const;
    void spreadRow(std::int64_t row) const;
    void blendPart(const Part &part, const float *line, float *dst, std::int64_t ahead) const;
    [[nodiscard]] std::int64_t repeats() const { return m_p.factor[0] * m_p.factor[1]; }

    UpsampleProblem m_p;
    const std::array<std::vector<AxisTaps>, 3> &m_taps;
    const float *m_src;
    float *m_dst;
    std::int64_t m_c;
    std::int64_t m_width; ///< output cells in a row
    std::int64_t m_images;
    std::array<std::int64_t, 3> m_tapCounts{1, 1, 1}; ///< at most, per axis
    std::int64_t m_tapCount = 1;                      ///< of the last axis
    std::int64_t m_partCells = 1;
    std::int64_t m_partInput = 0; ///< input cells of a part at most
    bool m_streaming;
    bool m_byCells;
    bool m_isNear = true;
    std::vector<std::int64_t> m_first;
    std::vector<std::int32_t> m_index;
    std::vector<std::int32_t> m_base;
    std::vector<float> m_weights;
    std::vector<Part> m_parts;
};

} // namespace convscope
