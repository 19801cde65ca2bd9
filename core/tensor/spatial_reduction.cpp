// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/spatial_reduction.h"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace convscope {

namespace {

/// A tensor as [outer][rows][columns][inner]: what is averaged lies in the middle.
struct Places
{
    std::int64_t outer = 1;
    std::int64_t rows = 1;
    std::int64_t columns = 1;
    std::int64_t inner = 1;
};

Places placesOf(const Extents &extents, DataFormat format)
{
    Places places;
    const std::size_t end = extents.size() - (format == DataFormat::ChannelsLast ? 1 : 0);
    const std::size_t first = extents.size() == 3 ? end - 1 : end - 2;
    for (std::size_t axis = 0; axis < first; ++axis)
        places.outer *= extents[axis];
    if (extents.size() > 3)
        places.rows = extents[end - 2];
    places.columns = extents[end - 1];
    if (format == DataFormat::ChannelsLast)
        places.inner = extents.back();
    return places;
}

std::int64_t parts(std::int64_t count, int factor)
{
    return (count + factor - 1) / factor;
}

/// One row of the result: the means over `rows` rows from `src` on.
void averageRow(const float *src, std::int64_t rows, const Places &from, int factor, float *dst)
{
    for (std::int64_t column = 0; column < from.columns; column += factor) {
        const std::int64_t columns = std::min<std::int64_t>(factor, from.columns - column);
        const auto count = static_cast<float>(rows * columns);
        for (std::int64_t i = 0; i < from.inner; ++i) {
            float sum = 0;
            for (std::int64_t r = 0; r < rows; ++r) {
                for (std::int64_t c = column; c < column + columns; ++c)
                    sum += src[(r * from.columns + c) * from.inner + i];
            }
            *dst++ = sum / count;
        }
    }
}

} // namespace

Extents reducedExtents(const Extents &extents, DataFormat format, int factor)
{
    if (extents.size() < 3)
        return extents;
    Extents less = extents;
    const std::size_t end = extents.size() - (format == DataFormat::ChannelsLast ? 1 : 0);
    less[end - 1] = parts(less[end - 1], factor);
    if (extents.size() > 3)
        less[end - 2] = parts(less[end - 2], factor);
    return less;
}

Tensor reduced(const Tensor &tensor, DataFormat format, int factor)
{
    const Extents extents = reducedExtents(tensor.extents(), format, factor);
    if (extents == tensor.extents())
        return tensor;
    auto buffer = TensorBuffer::allocate(extents, "the reduced input");
    if (!buffer)
        return {};
    const Places from = placesOf(tensor.extents(), format);
    const Places to = placesOf(extents, format);
    const float *src = tensor.data();
    float *dst = buffer->data();
    tbb::parallel_for(std::int64_t{0}, to.outer * to.rows, [&](std::int64_t job) {
        const std::int64_t outer = job / to.rows;
        const std::int64_t row = job % to.rows * factor;
        const std::int64_t rows = std::min<std::int64_t>(factor, from.rows - row);
        averageRow(src + (outer * from.rows + row) * from.columns * from.inner, rows, from, factor,
                   dst + job * to.columns * to.inner);
    });
    FingerprintBuilder identity;
    identity.add(std::string_view("reduced"))
        .add(std::int64_t{factor})
        .add(toString(format))
        .add(tensor.fingerprint());
    return Tensor(std::move(*buffer), identity.finish());
}

} // namespace convscope
