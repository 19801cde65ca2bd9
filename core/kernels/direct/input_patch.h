// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_tensors.h"
#include "kernels/direct/direct_band.h"

namespace convscope {

/// The part of the input a band reads, channels innermost, zeros where its rows leave the input.
/// Rows and planes wholly outside are not stored.
class InputPatch
{
public:
    struct Options
    {
        /// Each channel this many times, for kernels that make several channels of one.
        std::int64_t repeat = 1;
        bool wanted = true;
    };

    /// Needed where planes or zeros beside the rows ask for a copy.
    InputPatch(const ConvProblem &problem, const Band &band);
    /// Needed where options say so.
    InputPatch(const ConvProblem &problem, const Band &band, const Options &options);

    /// False where the band can read the input itself.
    [[nodiscard]] bool isNeeded() const { return m_needed; }
    /// Cells of a row.
    [[nodiscard]] std::int64_t width() const { return m_size[2]; }
    /// 0 where not needed.
    [[nodiscard]] std::int64_t floats() const;
    /// Input cell the patch starts at.
    [[nodiscard]] const Spatial &first() const { return m_first; }
    /// Floats between neighbouring cells in the patch.
    [[nodiscard]] const Spatial &strides() const { return m_strides; }
    void fill(const float *src, float *patch) const;

private:
    void fillCells(const float *cells, std::int64_t count, float *to) const;

    ConvProblem m_problem;
    std::int64_t m_batch = 0;
    std::int64_t m_group = 0;
    Spatial m_first{};
    Spatial m_size{};
    Spatial m_strides{};
    std::int64_t m_repeat = 1;
    bool m_needed = false;
};

} // namespace convscope
