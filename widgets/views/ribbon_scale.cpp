// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_scale.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int kVectorHeight = 12;
constexpr int kVectorWidth = 26;
constexpr int kSignalFace = 30;
constexpr QSize kEmptyFace{30, 24};
/// From this ratio of the sides on the scale is logarithmic.
constexpr double kMostRatio = 10;
constexpr double kMostHalving = 7;
/// The smallest face of such a scale is no stub.
constexpr int kSmallest = 9;

} // namespace

RibbonScale::RibbonScale(std::span<const RibbonExtent> extents, int side) : m_side(side)
{
    std::int64_t least = 0;
    for (const RibbonExtent &extent : extents) {
        if (extent.dimensions < 2) {
            m_mostSteps = std::max(m_mostSteps, extent.columns);
            continue;
        }
        const std::int64_t longer = std::max(extent.rows, extent.columns);
        m_most = std::max(m_most, longer);
        least = least == 0 ? longer : std::min(least, longer);
    }
    const double ratio = least > 0 ? static_cast<double>(m_most) / static_cast<double>(least) : 1.0;
    if (ratio > kMostRatio)
        m_halving = std::min(kMostHalving, std::max(side - kSmallest, 1) / std::log2(ratio));
}

QSize RibbonScale::size(const RibbonExtent &extent, bool *isDotted) const
{
    *isDotted = false;
    if (extent.dimensions == 0)
        return {kEmptyFace.width(), std::min(kEmptyFace.height(), m_side)};
    if (extent.dimensions == 1) {
        if (m_most > 0)
            return {kVectorWidth, std::min(kVectorHeight, m_side)};
        const double share = static_cast<double>(extent.columns) /
                             static_cast<double>(std::max<std::int64_t>(m_mostSteps, 1));
        return {std::max(RibbonLayout::kLeastSide, qRound(share * 2 * m_side)),
                std::min(kSignalFace, m_side)};
    }
    const auto along = [&](std::int64_t length) {
        const double share =
            static_cast<double>(std::max<std::int64_t>(length, 1)) / static_cast<double>(m_most);
        const double side =
            isLogarithmic() ? m_side + m_halving * std::log2(share) : m_side * share;
        *isDotted = *isDotted || side < RibbonLayout::kLeastSide;
        return std::max(RibbonLayout::kLeastSide, qRound(side));
    };
    return {along(extent.columns), along(extent.rows)};
}

} // namespace convscope
