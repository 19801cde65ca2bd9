// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/pointwise.h"

#include "kernels/kernel_result.h"
#include "kernels/parallel_tiles.h"

#include <cmath>

namespace convscope {

namespace {

template <PointwiseOp Op, class T>
T value(const Pointwise &f, T x)
{
    if constexpr (Op == PointwiseOp::Negative)
        return -x;
    else if constexpr (Op == PointwiseOp::Absolute)
        return std::abs(x);
    else if constexpr (Op == PointwiseOp::Square)
        return x * x;
    else if constexpr (Op == PointwiseOp::Sqrt)
        return std::sqrt(x);
    else if constexpr (Op == PointwiseOp::Rsqrt)
        return 1 / std::sqrt(x);
    else if constexpr (Op == PointwiseOp::Reciprocal)
        return 1 / x;
    else if constexpr (Op == PointwiseOp::Logarithm)
        return std::log(x);
    else if constexpr (Op == PointwiseOp::Floor)
        return std::floor(x);
    else if constexpr (Op == PointwiseOp::Ceiling)
        return std::ceil(x);
    else if constexpr (Op == PointwiseOp::Round)
        return std::nearbyint(x);
    else
        return x < T(f.a) ? T(f.a) : x > T(f.b) ? T(f.b) : x;
}

template <class T>
using Row = void (*)(const Pointwise &, const T *, T *, std::int64_t);

template <PointwiseOp Op, class T>
void fillRow(const Pointwise &f, const T *src, T *dst, std::int64_t n)
{
    for (std::int64_t i = 0; i < n; ++i)
        dst[i] = value<Op>(f, src[i]);
}

template <class T>
Row<T> rowOf(PointwiseOp op)
{
    switch (op) {
    case PointwiseOp::Negative:
        return fillRow<PointwiseOp::Negative, T>;
    case PointwiseOp::Absolute:
        return fillRow<PointwiseOp::Absolute, T>;
    case PointwiseOp::Square:
        return fillRow<PointwiseOp::Square, T>;
    case PointwiseOp::Sqrt:
        return fillRow<PointwiseOp::Sqrt, T>;
    case PointwiseOp::Rsqrt:
        return fillRow<PointwiseOp::Rsqrt, T>;
    case PointwiseOp::Reciprocal:
        return fillRow<PointwiseOp::Reciprocal, T>;
    case PointwiseOp::Logarithm:
        return fillRow<PointwiseOp::Logarithm, T>;
    case PointwiseOp::Floor:
        return fillRow<PointwiseOp::Floor, T>;
    case PointwiseOp::Ceiling:
        return fillRow<PointwiseOp::Ceiling, T>;
    case PointwiseOp::Round:
        return fillRow<PointwiseOp::Round, T>;
    case PointwiseOp::Clip:
        return fillRow<PointwiseOp::Clip, T>;
    }
    return nullptr;
}

} // namespace

float evaluate(const Pointwise &function, float x)
{
    float y = 0;
    rowOf<float>(function.op)(function, &x, &y, 1);
    return y;
}

double evaluateExactly(const Pointwise &function, double x)
{
    double y = 0;
    rowOf<double>(function.op)(function, &x, &y, 1);
    return y;
}

Result<Tensor> pointwise(const Pointwise &function, const Tensor &src, const KernelContext &context)
{
    auto dst = TensorBuffer::allocate(src.extents(), "the result of a function");
    if (!dst)
        return tl::unexpected(dst.error());
    const Row<float> row = rowOf<float>(function.op);
    const bool done = parallelTiles(
        src.size(), kTileValues, context.stop, [&](std::int64_t begin, std::int64_t end) {
            row(function, src.data() + begin, dst->data() + begin, end - begin);
        });
    context.report(context.wantsReference() ? "reference" : "plain");
    return finishedTensor(std::move(*dst), done,
                          operationFingerprint("pointwise", context, {&src, 1})
                              .add(std::uint64_t(function.op))
                              .add(static_cast<double>(function.a))
                              .add(static_cast<double>(function.b)));
}

} // namespace convscope
