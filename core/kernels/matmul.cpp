// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/matmul.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"

#include <array>

namespace convscope {

Result<Tensor> dense(const Tensor &src, const Tensor &kernel, const Tensor &bias,
                     const Elementwise &activation, const KernelContext &context)
{
    check(src.rank() >= 1 && kernel.rank() == 2, "a source and a matrix");
    const std::int64_t in = kernel.extent(0);
    const std::int64_t units = kernel.extent(1);
    check(src.extent(-1) == in, "a source as long as the matrix is high");
    check(bias.isNull() || bias.size() == units, "one bias per unit");
    Extents extents = src.extents();
    extents.back() = units;
    auto dst = TensorBuffer::allocate(extents, "the result of a dense layer");
    if (!dst)
        return tl::unexpected(dst.error());
    const std::int64_t rows = in == 0 ? 0 : src.size() / in;
    const bool done = parallelFor(rows, context.stop, [&](std::int64_t row) {
        for (std::int64_t u = 0; u < units; ++u) {
            double sum = bias.isNull() ? 0.0 : static_cast<double>(bias.data()[u]);
            for (std::int64_t i = 0; i < in; ++i)
                sum += static_cast<double>(src.data()[row * in + i]) *
                       static_cast<double>(kernel.data()[i * units + u]);
            dst->data()[row * units + u] = evaluate(activation, static_cast<float>(sum));
        }
    });
    context.report("reference");
    const std::array operands{src, kernel, bias};
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("dense", context, operands)
                              .add(std::uint64_t(activation.op))
                              .add(static_cast<double>(activation.a))
                              .add(static_cast<double>(activation.b))
                              .add(static_cast<double>(activation.c)));
}

} // namespace convscope
