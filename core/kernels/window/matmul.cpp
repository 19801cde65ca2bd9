// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/matmul.h"

#include "base/check.h"
#include "kernels/kernel_result.h"
#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"
#include "kernels/window/line_tile.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

/// Columns of a tile: four cache lines of each row of the matrix.
constexpr std::int64_t kColumns = 64;

} // namespace

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
    std::int64_t rows = 1;
    for (int axis = 0; axis + 1 < src.rank(); ++axis)
        rows *= src.extent(axis);
    const auto reference = [&](std::int64_t row) {
        for (std::int64_t u = 0; u < units; ++u) {
            double sum = bias.isNull() ? 0.0 : static_cast<double>(bias.data()[u]);
            for (std::int64_t i = 0; i < in; ++i)
                sum += static_cast<double>(src.data()[row * in + i]) *
                       static_cast<double>(kernel.data()[i * units + u]);
            dst->data()[row * units + u] = evaluate(activation, static_cast<float>(sum));
        }
    };
    const std::int64_t columnBlocks = (units + kColumns - 1) / kColumns;
    const std::int64_t rowBlocks = (rows + kDenseRows - 1) / kDenseRows;
    // A block of columns of the matrix stays in the cache for all rows.
    const auto vector = [&](std::int64_t i) {
        const std::int64_t row = i % rowBlocks * kDenseRows;
        const std::int64_t begin = i / rowBlocks * kColumns;
        const std::int64_t end = std::min(begin + kColumns, units);
        const std::int64_t count = std::min(kDenseRows, rows - row);
        float *to = dst->data() + row * units;
        denseTile(
            {src.data() + row * in, kernel.data(), bias.data(), to, count, in, units, begin, end});
        for (std::int64_t r = 0; r < count; ++r)
            applyElementwise(activation, to + r * units + begin, to + r * units + begin,
                             end - begin);
    };
    const bool plain = context.wantsReference() || in == 0;
    const bool done = plain ? parallelFor(rows, context.stop, reference)
                            : parallelFor(rowBlocks * columnBlocks, context.stop, vector);
    context.report(plain ? "reference" : vectorKernelName());
    const std::array operands{src, kernel, bias};
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("dense", context, operands)
                              .add(std::uint64_t(activation.op))
                              .add(static_cast<double>(activation.a))
                              .add(static_cast<double>(activation.b))
                              .add(static_cast<double>(activation.c)));
}

} // namespace convscope
