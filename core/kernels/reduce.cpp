// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/reduce.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"

#include <cmath>
#include <limits>

namespace convscope {

namespace {

float reduced(PoolKind kind, const float *src, std::int64_t cells, std::int64_t step)
{
    double sum = 0;
    float most = -std::numeric_limits<float>::infinity();
    for (std::int64_t i = 0; i < cells; ++i) {
        const float x = src[i * step];
        sum += static_cast<double>(x);
        if (x > most || std::isnan(x))
            most = x;
    }
    if (kind == PoolKind::Max)
        return most;
    return cells == 0 ? 0.0F : static_cast<float>(sum / static_cast<double>(cells));
}

} // namespace

Result<Tensor> globalPool(PoolKind kind, const Tensor &src, DataFormat format,
                          const KernelContext &context)
{
    check(src.rank() >= 3, "a batch, channels and a spatial axis");
    const std::int64_t mb = src.extent(0);
    const std::int64_t c = src.extent(channelAxis(format, src.rank()));
    auto dst = TensorBuffer::allocate({mb, c}, "the result of global pooling");
    if (!dst)
        return tl::unexpected(dst.error());
    const std::int64_t planes = mb * c;
    const std::int64_t cells = planes == 0 ? 0 : src.size() / planes;
    const bool last = format == DataFormat::ChannelsLast;
    const bool done = parallelFor(planes, context.stop, [&](std::int64_t plane) {
        const std::int64_t from = last ? plane / c * cells * c + plane % c : plane * cells;
        dst->data()[plane] = reduced(kind, src.data() + from, cells, last ? c : 1);
    });
    context.report("reference");
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("global pool", context, {&src, 1})
                              .add(std::uint64_t(kind))
                              .add(std::uint64_t(format)));
}

} // namespace convscope
