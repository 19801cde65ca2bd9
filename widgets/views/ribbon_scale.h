// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/ribbon_layout.h"

#include <QSize>

#include <cstdint>
#include <span>

namespace convscope {

/// Sides of the faces of a graph by the extents of its tensors: at one scale for all pictures and
/// volumes, logarithmic where the largest would make stubs of the smallest.
class RibbonScale
{
public:
    /// `side`: of the largest face, in pixels.
    RibbonScale(std::span<const RibbonExtent> extents, int side);

    [[nodiscard]] bool isLogarithmic() const { return m_halving > 0; }

    /// `isDotted`: a side is not to scale.
    [[nodiscard]] QSize size(const RibbonExtent &extent, bool *isDotted) const;

private:
    int m_side;
    std::int64_t m_most = 0;
    std::int64_t m_mostSteps = 1;
    /// Pixels for each halving of an extent; 0: the scale is linear.
    double m_halving = 0;
};

} // namespace convscope
