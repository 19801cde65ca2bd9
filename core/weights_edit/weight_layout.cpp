// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_edit/weight_layout.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

WeightLayout::WeightLayout(const WeightSpec &spec, LayerGroup group) : m_extents(spec.shape)
{
    const int rank = static_cast<int>(m_extents.size());
    const bool isKernel = rank >= 2 && std::string_view(spec.name).ends_with("kernel");
    if (isKernel) {
        m_channel = group == LayerGroup::Transposed ? rank - 1 : rank - 2;
        m_filter = group == LayerGroup::Transposed ? rank - 2 : rank - 1;
        m_spatial = rank - 2;
    } else if (rank >= 1) {
        m_filter = rank - 1;
        m_spatial = rank - 1;
    }
    check(m_spatial <= 3, "kernels of at most three axes");
    measure();
}

void WeightLayout::measure()
{
    const auto stepOf = [this](int axis) {
        std::int64_t step = 1;
        for (std::size_t a = static_cast<std::size_t>(axis) + 1; a < m_extents.size(); ++a)
            step *= m_extents[a];
        return step;
    };
    m_kernel = {};
    m_sliceStep = m_rowStep = m_columnStep = m_channelStep = m_filterStep = 0;
    if (m_spatial >= 1) {
        m_kernel.columns = extentOf(m_spatial - 1);
        m_columnStep = stepOf(m_spatial - 1);
    }
    if (m_spatial >= 2) {
        m_kernel.rows = extentOf(m_spatial - 2);
        m_rowStep = stepOf(m_spatial - 2);
    }
    if (m_spatial >= 3) {
        m_kernel.slices = extentOf(m_spatial - 3);
        m_sliceStep = stepOf(m_spatial - 3);
    }
    if (m_channel >= 0)
        m_channelStep = stepOf(m_channel);
    if (m_filter >= 0)
        m_filterStep = stepOf(m_filter);
}

WeightLayout WeightLayout::over(const Extents &block) const
{
    check(block.size() == m_extents.size(), "a block has the weight's axes");
    WeightLayout layout = *this;
    layout.m_extents = block;
    layout.measure();
    return layout;
}

std::int64_t WeightLayout::size() const
{
    return filters() * channels() * m_kernel.count();
}

std::int64_t WeightLayout::offset(const WeightPlace &place) const
{
    return place.filter * m_filterStep + place.channel * m_channelStep + place.slice * m_sliceStep +
           place.row * m_rowStep + place.column * m_columnStep;
}

Extents WeightLayout::indices(const WeightPlace &place) const
{
    Extents indices(m_extents.size(), 0);
    const auto put = [&](int axis, std::int64_t index) {
        if (axis >= 0)
            indices[static_cast<std::size_t>(axis)] = index;
    };
    put(m_spatial - 1, place.column);
    put(m_spatial - 2, place.row);
    put(m_spatial - 3, place.slice);
    put(m_channel, place.channel);
    put(m_filter, place.filter);
    return indices;
}

WeightPlace WeightLayout::placeOf(const Extents &indices) const
{
    const auto at = [&](int axis) {
        return axis < 0 ? std::int64_t{0} : indices[static_cast<std::size_t>(axis)];
    };
    return {at(m_filter), at(m_channel), at(m_spatial - 3), at(m_spatial - 2), at(m_spatial - 1)};
}

WeightRegion WeightLayout::region(WeightTarget target, const WeightPlace &at) const
{
    WeightRegion region{Extents(m_extents.size(), 0), m_extents};
    const auto only = [&](int axis, std::int64_t index) {
        if (axis < 0)
            return;
        region.first[static_cast<std::size_t>(axis)] = index;
        region.extents[static_cast<std::size_t>(axis)] = 1;
    };
    if (target != WeightTarget::All)
        only(m_filter, at.filter);
    if (target == WeightTarget::Kernel)
        only(m_channel, at.channel);
    return region;
}

} // namespace convscope
