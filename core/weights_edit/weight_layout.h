// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

#include <cstdint>
#include <string>

namespace convscope {

/// What an edit of weights reaches.
enum class WeightTarget
{
    Kernel, ///< what one filter does with one channel
    Filter, ///< all channels of one filter
    All
};

/// Slices × rows × columns of a kernel; 1 where it has no such axis. A 1-D kernel is one row.
struct KernelExtents
{
    std::int64_t slices = 1;
    std::int64_t rows = 1;
    std::int64_t columns = 1;

    [[nodiscard]] std::int64_t count() const { return slices * rows * columns; }
    bool operator==(const KernelExtents &) const = default;
};

/// A weight's value in the words of a person who looks at it.
struct WeightPlace
{
    std::int64_t filter = 0;
    std::int64_t channel = 0;
    std::int64_t slice = 0;
    std::int64_t row = 0;
    std::int64_t column = 0;

    bool operator==(const WeightPlace &) const = default;
};

/// A block of a weight: its first cell and its extents, one number per axis.
struct WeightRegion
{
    Extents first;
    Extents extents;

    bool operator==(const WeightRegion &) const = default;
};

/// Which of a weight's axes are places of a kernel, which is the channel that is read and which the
/// filter. Kernels end in (channel, filter), those of transposed layers in (filter, channel); a
/// matrix has kernels of one cell, and of everything else the last axis is the filter. A value.
class WeightLayout
{
public:
    WeightLayout() = default;
    /// At most three axes before channel and filter.
    WeightLayout(const WeightSpec &spec, LayerGroup group);

    /// The same axes over a block of the weight.
    [[nodiscard]] WeightLayout over(const Extents &block) const;

    [[nodiscard]] const Extents &extents() const { return m_extents; }
    [[nodiscard]] std::int64_t filters() const { return extentOf(m_filter); }
    [[nodiscard]] std::int64_t channels() const { return extentOf(m_channel); }
    [[nodiscard]] const KernelExtents &kernel() const { return m_kernel; }
    [[nodiscard]] std::int64_t size() const;
    /// Number of axes that are places of a kernel, 0 to 3.
    [[nodiscard]] int spatialRank() const { return m_spatial; }
    /// A list of numbers: neither channels nor places.
    [[nodiscard]] bool isVector() const { return m_channel < 0 && m_spatial == 0; }
    /// Kernels of one cell: channels × filters is all there is.
    [[nodiscard]] bool isMatrix() const { return m_channel >= 0 && m_kernel.count() == 1; }

    /// Position of a value in the tensor.
    [[nodiscard]] std::int64_t offset(const WeightPlace &place) const;
    /// The same as one index per axis, as Python would write it.
    [[nodiscard]] Extents indices(const WeightPlace &place) const;
    [[nodiscard]] WeightPlace placeOf(const Extents &indices) const;
    /// The block that a target is, at a place.
    [[nodiscard]] WeightRegion region(WeightTarget target, const WeightPlace &at) const;

    bool operator==(const WeightLayout &) const = default;

private:
    void measure();
    [[nodiscard]] std::int64_t extentOf(int axis) const
    {
        return axis < 0 ? 1 : m_extents[static_cast<std::size_t>(axis)];
    }

    Extents m_extents;
    /// Axes 0 … m_spatial − 1 are places.
    int m_spatial = 0;
    int m_channel = -1;
    int m_filter = -1;
    KernelExtents m_kernel;
    /// Values from one slice, row, column, channel, filter to the next; 0 where there is no axis.
    std::int64_t m_sliceStep = 0;
    std::int64_t m_rowStep = 0;
    std::int64_t m_columnStep = 0;
    std::int64_t m_channelStep = 0;
    std::int64_t m_filterStep = 0;
};

} // namespace convscope
