// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/data_format_order.h"

#include "base/check.h"

#include <tbb/parallel_for.h>

namespace convscope {

Tensor toDataFormat(const Tensor &tensor, DataFormat from, DataFormat to)
{
    check(tensor.rank() >= 3, "a tensor with batch, places and channels");
    if (from == to)
        return tensor;
    const bool toLast = to == DataFormat::ChannelsLast;
    const std::int64_t batch = tensor.extent(0);
    const std::int64_t channels = tensor.extent(toLast ? 1 : -1);
    const std::int64_t places = batch > 0 && channels > 0 ? tensor.size() / (batch * channels) : 0;
    Extents extents = tensor.extents();
    if (toLast) {
        extents.erase(extents.begin() + 1);
        extents.push_back(channels);
    } else {
        extents.pop_back();
        extents.insert(extents.begin() + 1, channels);
    }
    auto buffer = TensorBuffer::allocate(std::move(extents), "the input in another data_format");
    if (!buffer)
        return {};
    const float *src = tensor.data();
    float *dst = buffer->data();
    // Blocks of places keep both sides in the cache; each block is written by one thread.
    constexpr std::int64_t kBlock = 4096;
    const std::int64_t blocks = (places + kBlock - 1) / kBlock;
    tbb::parallel_for(std::int64_t{0}, batch * blocks, [&](std::int64_t job) {
        const std::int64_t b = job / blocks;
        const std::int64_t first = job % blocks * kBlock;
        const std::int64_t last = std::min(first + kBlock, places);
        const std::int64_t base = b * channels * places;
        for (std::int64_t c = 0; c < channels; ++c) {
            for (std::int64_t p = first; p < last; ++p) {
                const std::int64_t onLast = base + p * channels + c;
                const std::int64_t onFirst = base + c * places + p;
                if (toLast)
                    dst[onLast] = src[onFirst];
                else
                    dst[onFirst] = src[onLast];
            }
        }
    });
    FingerprintBuilder identity;
    identity.add(std::string_view(toLast ? "to channels_last" : "to channels_first"))
        .add(tensor.fingerprint());
    return Tensor(std::move(*buffer), identity.finish());
}

} // namespace convscope
