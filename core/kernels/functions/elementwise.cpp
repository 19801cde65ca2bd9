// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise.h"

#include "kernels/functions/elementwise_tile.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"
#include "kernels/simd/vector_target.h"

#include <bit>

namespace convscope {

void applyElementwise(const Elementwise &function, const float *src, float *dst, std::int64_t n)
{
    elementwiseTile(function, src, dst, n, false);
}

Result<Tensor> elementwise(const Elementwise &function, const Tensor &src,
                           const KernelContext &context)
{
    auto dst = TensorBuffer::allocate(src.extents(), "the result of an activation");
    if (!dst)
        return tl::unexpected(dst.error());
    const float *from = src.data();
    float *to = dst->data();
    const bool streaming = bypassesCaches(src.bytes());
    const bool done = parallelTiles(
        src.size(), kTileValues, context.stop, [&](std::int64_t begin, std::int64_t end) {
            if (context.wantsReference())
                for (std::int64_t i = begin; i < end; ++i)
                    to[i] = evaluate(function, from[i]);
            else
                elementwiseTile(function, from + begin, to + begin, end - begin, streaming);
        });
    context.report(context.wantsReference() ? "reference" : vectorKernelName());
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("elementwise", context, {&src, 1})
                              .add(std::uint64_t(function.op))
                              .add(double(function.a))
                              .add(double(function.b))
                              .add(double(function.c)));
}

} // namespace convscope
