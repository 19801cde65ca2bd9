// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/resample.h"

#include "base/check.h"
#include "kernels/parallel.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// A tensor seen along one axis: `outer` blocks of `length` lines of `inner` values.
struct Lines
{
    std::int64_t outer = 1;
    std::int64_t length = 1;
    std::int64_t inner = 1;
};

Lines linesAlong(const Tensor &tensor, int axis)
{
    Lines lines;
    for (int i = 0; i < tensor.rank(); ++i) {
        if (i < axis)
            lines.outer *= tensor.extent(i);
        else if (i > axis)
            lines.inner *= tensor.extent(i);
    }
    lines.length = tensor.extent(axis);
    return lines;
}

Result<TensorBuffer> roomFor(const Tensor &tensor, int axis, std::int64_t size)
{
    Extents extents = tensor.extents();
    extents[static_cast<std::size_t>(axis)] = size;
    return TensorBuffer::allocate(std::move(extents), "the input");
}

} // namespace

LineBlend lineBlend(std::int64_t cell, std::int64_t length, std::int64_t size)
{
    const float scale = static_cast<float>(length) / static_cast<float>(size);
    const float place = (static_cast<float>(cell) + 0.5F) * scale - 0.5F;
    const float below = std::floor(place);
    return {place, std::max<std::int64_t>(static_cast<std::int64_t>(below), 0),
            std::min(static_cast<std::int64_t>(std::ceil(place)), length - 1), place - below};
}

Result<Tensor> resizedAxis(const Tensor &tensor, int axis, std::int64_t size)
{
    const Lines lines = linesAlong(tensor, axis);
    if (lines.length == size)
        return tensor;
    auto buffer = roomFor(tensor, axis, size);
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    const bool done = parallelFor(lines.outer, {}, [&](std::int64_t block) {
        const float *from = tensor.data() + block * lines.length * lines.inner;
        float *to = out + block * size * lines.inner;
        for (std::int64_t i = 0; i < size; ++i) {
            const LineBlend blend = lineBlend(i, lines.length, size);
            const float *a = from + blend.first * lines.inner;
            const float *b = from + blend.second * lines.inner;
            for (std::int64_t j = 0; j < lines.inner; ++j)
                *to++ = a[j] + (b[j] - a[j]) * blend.share;
        }
    });
    check(done, "nobody to stop it");
    return Tensor(std::move(*buffer));
}

Result<Tensor> placedAxis(const Tensor &tensor, int axis, std::int64_t size, std::int64_t offset)
{
    const Lines lines = linesAlong(tensor, axis);
    if (lines.length == size)
        return tensor;
    auto buffer = roomFor(tensor, axis, size);
    if (!buffer)
        return fail(buffer.error());
    const std::int64_t from = lines.length > size ? offset : 0;
    const std::int64_t to = lines.length > size ? 0 : offset;
    const std::int64_t count = std::min(lines.length, size);
    std::ranges::fill(buffer->values(), 0.0F);
    for (std::int64_t block = 0; block < lines.outer; ++block)
        std::copy_n(tensor.data() + (block * lines.length + from) * lines.inner,
                    count * lines.inner, buffer->data() + (block * size + to) * lines.inner);
    return Tensor(std::move(*buffer));
}

} // namespace convscope
