// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/projection.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

Plane largestOverSlices(const Tensor &tensor, DataFormat format, std::int64_t batch,
                        std::int64_t channel)
{
    check(tensor.rank() == 5, "a volume");
    const std::int64_t slices = spatialExtents(tensor, format).front();
    const Plane first = mapPlane(tensor, format, batch, channel, 0);
    auto buffer = TensorBuffer::allocate({first.rows, first.columns}, "a projection");
    if (!buffer)
        return {};
    float *out = buffer->data();
    for (std::int64_t s = 0; s < slices; ++s) {
        const Plane plane = mapPlane(tensor, format, batch, channel, s);
        for (std::int64_t r = 0; r < plane.rows; ++r) {
            for (std::int64_t c = 0; c < plane.columns; ++c) {
                float &cell = out[r * plane.columns + c];
                const float x = plane.at(r, c);
                cell = s == 0 ? x : std::max(cell, x);
            }
        }
    }
    Plane result;
    result.rows = first.rows;
    result.columns = first.columns;
    result.rowStride = first.columns;
    result.columnStride = 1;
    result.tensor = Tensor(std::move(*buffer));
    return result;
}

std::vector<Plane> allPlanes(const Tensor &tensor, DataFormat format, std::int64_t batch,
                             std::int64_t channel)
{
    const std::int64_t channels = channelCount(tensor, format);
    const std::int64_t slices = tensor.rank() == 5 ? spatialExtents(tensor, format).front() : 1;
    std::vector<Plane> planes;
    const std::int64_t first = channel < 0 ? 0 : channel;
    const std::int64_t last = channel < 0 ? channels : channel + 1;
    planes.reserve(static_cast<std::size_t>((last - first) * slices));
    for (std::int64_t c = first; c < last; ++c) {
        for (std::int64_t s = 0; s < slices; ++s)
            planes.push_back(mapPlane(tensor, format, batch, c, s));
    }
    return planes;
}

} // namespace convscope
