// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv_tensors.h"
#include "kernels/direct_band.h"

namespace convscope {

/// The part of the input a band reads, channels innermost, zeros where its rows leave the input.
/// Rows and planes wholly outside are not stored.
class InputPatch
{
public:
    InputPatch(const ConvProblem &problem, const Band &band);

    /// False where the band can read the input itself: channels_last and no zeros beside the rows.
    [[nodiscard]] bool isNeeded() const { return m_needed; }
    /// 0 where not needed.
    [[nodiscard]] std::int64_t floats() const;
    /// Input cell the patch starts at.
    [[nodiscard]] const Spatial &first() const { return m_first; }
    /// Floats between neighbouring cells in the patch.
    [[nodiscard]] const Spatial &strides() const { return m_strides; }
    void fill(const float *src, float *patch) const;

private:
    ConvProblem m_problem;
    std::int64_t m_batch = 0;
    std::int64_t m_group = 0;
    Spatial m_first{};
    Spatial m_size{};
    Spatial m_strides{};
    bool m_needed = false;
};

} // namespace convscope
