// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"
#include "tensor/tensor.h"

#include <cstdint>

namespace convscope {

/// A picture cut out of a tensor: rows × columns of values, strides in elements. Shares the tensor.
struct Plane
{
    Tensor tensor;
    std::int64_t offset = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t rowStride = 0;
    std::int64_t columnStride = 0;

    [[nodiscard]] bool isEmpty() const { return rows <= 0 || columns <= 0; }
    [[nodiscard]] float at(std::int64_t row, std::int64_t column) const
    {
        return tensor.data()[offset + row * rowStride + column * columnStride];
    }
};

/// Which two axes of a volume a plane shows.
enum class PlaneCut
{
    Slice,  ///< rows × columns of one slice
    Row,    ///< slices × columns of one row
    Column, ///< rows × slices of one column
};

/// One map of a tensor of rank 3 to 5 (1-D: a plane of one row; 2-D: rows × columns; 3-D: the cut
/// at `position`) or 2 (one row of features). Indices are clamped into range.
[[nodiscard]] Plane mapPlane(const Tensor &tensor, DataFormat format, std::int64_t batch,
                             std::int64_t channel, std::int64_t position = 0,
                             PlaneCut cut = PlaneCut::Slice);

/// The same values in rows without gaps: the plane itself where they lie so, else a copy of its
/// own; empty where the memory is not to be had.
[[nodiscard]] Plane contiguous(const Plane &plane);

/// Channels of a tensor of rank ≥ 2 (1 below that); its spatial extents.
[[nodiscard]] std::int64_t channelCount(const Tensor &tensor, DataFormat format);
/// Number of different planes that `mapPlane` gives over its channels: the features of a rank-2
/// tensor are one plane.
[[nodiscard]] std::int64_t mapCount(const Tensor &tensor, DataFormat format);
[[nodiscard]] Extents spatialExtents(const Tensor &tensor, DataFormat format);

} // namespace convscope
