// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/plane.h"

#include "base/check.h"
#include "visual/plane_rows.h"

#include <algorithm>

namespace convscope {

namespace {

std::int64_t clampedIndex(std::int64_t index, std::int64_t extent)
{
    return std::clamp<std::int64_t>(index, 0, std::max<std::int64_t>(extent - 1, 0));
}

/// Elements between neighbours along each axis of an array in C order.
Extents stridesOf(const Extents &extents)
{
    Extents strides(extents.size(), 1);
    for (std::size_t axis = extents.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * extents[axis];
    return strides;
}

} // namespace

Plane mapPlane(const Tensor &tensor, DataFormat format, std::int64_t batch, std::int64_t channel,
               std::int64_t position, PlaneCut cut)
{
    const int rank = tensor.rank();
    check(rank <= 5, "a tensor of at most 5 axes");
    Plane plane;
    plane.tensor = tensor;
    if (tensor.size() == 0)
        return plane;
    const Extents &extents = tensor.extents();
    const Extents strides = stridesOf(extents);
    if (rank <= 2) {
        plane.rows = 1;
        plane.columns = rank == 0 ? 1 : extents.back();
        plane.columnStride = 1;
        plane.rowStride = plane.columns;
        plane.offset = rank == 2 ? clampedIndex(batch, extents[0]) * strides[0] : 0;
        return plane;
    }
    const auto channels = static_cast<std::size_t>(channelAxis(format, rank));
    const auto spatial = static_cast<std::size_t>(spatialAxis(format));
    plane.offset = clampedIndex(batch, extents[0]) * strides[0] +
                   clampedIndex(channel, extents[channels]) * strides[channels];
    const auto showRows = [&](std::size_t axis) {
        plane.rows = extents[axis];
        plane.rowStride = strides[axis];
    };
    const auto showColumns = [&](std::size_t axis) {
        plane.columns = extents[axis];
        plane.columnStride = strides[axis];
    };
    const auto fix = [&](std::size_t axis) {
        plane.offset += clampedIndex(position, extents[axis]) * strides[axis];
    };
    if (rank == 3) {
        plane.rows = 1;
        plane.rowStride = extents[spatial] * strides[spatial];
        showColumns(spatial);
        return plane;
    }
    if (rank == 4) {
        showRows(spatial);
        showColumns(spatial + 1);
        return plane;
    }
    switch (cut) {
    case PlaneCut::Slice:
        fix(spatial);
        showRows(spatial + 1);
        showColumns(spatial + 2);
        break;
    case PlaneCut::Row:
        fix(spatial + 1);
        showRows(spatial);
        showColumns(spatial + 2);
        break;
    case PlaneCut::Column:
        fix(spatial + 2);
        showRows(spatial + 1);
        showColumns(spatial);
        break;
    }
    return plane;
}

Plane contiguous(const Plane &plane)
{
    if (plane.isEmpty() || (plane.columnStride == 1 && plane.rowStride == plane.columns))
        return plane;
    auto buffer = TensorBuffer::allocate({plane.rows, plane.columns}, "a map");
    if (!buffer)
        return {};
    float *out = buffer->data();
    forRowBlocks(plane.rows, plane.columns, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row) {
            const float *in = rowData(plane, row);
            for (std::int64_t x = 0; x < plane.columns; ++x)
                out[row * plane.columns + x] = in[x * plane.columnStride];
        }
    });
    FingerprintBuilder builder;
    builder.add(std::string_view("map")).add(plane.tensor.fingerprint());
    for (const std::int64_t place : {plane.offset, plane.rowStride, plane.columnStride})
        builder.add(place);
    Plane copy;
    copy.rows = plane.rows;
    copy.columns = plane.columns;
    copy.rowStride = plane.columns;
    copy.columnStride = 1;
    copy.tensor = Tensor(std::move(*buffer), builder.finish());
    return copy;
}

std::int64_t channelCount(const Tensor &tensor, DataFormat format)
{
    if (tensor.rank() < 2)
        return 1;
    return tensor.extent(channelAxis(format, tensor.rank()));
}

std::int64_t mapCount(const Tensor &tensor, DataFormat format)
{
    return tensor.rank() < 3 ? 1 : channelCount(tensor, format);
}

Extents spatialExtents(const Tensor &tensor, DataFormat format)
{
    if (tensor.rank() < 3)
        return {};
    const auto first = tensor.extents().begin() + spatialAxis(format);
    return {first, first + (tensor.rank() - 2)};
}

} // namespace convscope
