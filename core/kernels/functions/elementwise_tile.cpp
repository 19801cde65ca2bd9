// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/functions/elementwise_tile.h"

#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/functions/elementwise_tile.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "kernels/simd/vector_loop-inl.h"
#include "kernels/simd/vector_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace {

using D = hn::ScalableTag<float>;
using V = hn::Vec<D>;

// Highway's loops take values, not references, so constants sit in registers.
struct Row
{
    const float *src;
    float *dst;
    std::int64_t n;
    bool streaming;
};

template <class F>
HWY_INLINE void Run(const Row &row, const F &f)
{
    if (row.streaming)
        MapRow<true>(row.src, row.dst, row.n, f);
    else
        MapRow<false>(row.src, row.dst, row.n, f);
}

HWY_INLINE V Number(float x)
{
    return hn::Set(D(), x);
}

HWY_INLINE V HardSigmoid(V x)
{
    const D d;
    return hn::Div(Clip(d, hn::Add(x, Number(3)), 0, 6), Number(6));
}

// Keras multiplies by a 0/1 mask where there is a threshold, so that −inf and NaN give NaN.
HWY_INLINE void RunRelu(const Row &row, float slope, float maximum, float threshold)
{
    const D d;
    const bool isCut = maximum < std::numeric_limits<float>::infinity();
    if (slope == 0 && threshold == 0) {
        if (isCut)
            return Run(row, [=](V x) HWY_ATTR { return Clip(d, x, 0, maximum); });
        return Run(row, [=](V x) HWY_ATTR { return AtLeast(d, x, 0); });
    }
    Run(row, [=](V x) HWY_ATTR {
        const V limit = Number(threshold);
        V y = AtLeast(d, x, 0);
        if (threshold != 0)
            y = hn::Mul(x, hn::IfThenElseZero(hn::Gt(x, limit), Number(1)));
        if (isCut)
            y = Clip(d, y, 0, maximum);
        if (slope != 0)
            y = hn::NegMulAdd(Number(slope), AtLeast(d, hn::Sub(limit, x), 0), y);
        return y;
    });
}

HWY_INLINE void RunElu(const Row &row, float scale, float alpha)
{
    const D d;
    Run(row, [=](V x) HWY_ATTR {
        const V below = hn::Mul(Number(alpha), Expm1(d, x));
        return hn::Mul(Number(scale), hn::IfThenElse(hn::Gt(x, hn::Zero(d)), x, below));
    });
}

HWY_INLINE void RunCelu(const Row &row, float alpha)
{
    const D d;
    Run(row, [=](V x) HWY_ATTR {
        const V below = Expm1(d, hn::Div(AtMost(d, x, 0), Number(alpha)));
        return hn::MulAdd(Number(alpha), below, AtLeast(d, x, 0));
    });
}

HWY_INLINE void RunGelu(const Row &row)
{
    const D d;
    Run(row, [=](V x) HWY_ATTR {
        const V tail = ErfcOfPositive(d, hn::Mul(hn::Abs(x), Number(0.70710678118654752F)));
        const V twice = hn::IfThenElse(hn::Gt(x, hn::Zero(d)), hn::Sub(Number(2), tail), tail);
        return hn::Mul(hn::Mul(Number(0.5F), x), twice);
    });
}

HWY_INLINE void RunGeluApproximate(const Row &row)
{
    const D d;
    Run(row, [=](V x) HWY_ATTR {
        const V square = hn::Mul(x, x);
        const V inner = hn::Mul(hn::Mul(x, Number(0.79788456080286536F)),
                                hn::MulAdd(square, Number(0.044715F), Number(1)));
        // (1 + tanh z) / 2 is the sigmoid of 2 z.
        return hn::Mul(x, Sigmoid(d, hn::Add(inner, inner)));
    });
}

// tanh(softplus x) = n / (n + 2) with n = e^x (e^x + 2).
HWY_INLINE void RunMish(const Row &row)
{
    const D d;
    Run(row, [=](V x) HWY_ATTR {
        const V e = FastExponential(d, AtMost(d, x, 20));
        const V n = hn::Mul(e, hn::Add(e, Number(2)));
        return hn::Mul(x, hn::Div(n, hn::Add(n, Number(2))));
    });
}

HWY_INLINE void RunSquareplus(const Row &row, float b)
{
    const D d;
    Run(row, [=](V x) HWY_ATTR {
        const V size = hn::Abs(x);
        // x² would overflow; b no longer counts.
        const V root = hn::IfThenElse(hn::Gt(size, Number(1e15F)), size,
                                      hn::Sqrt(hn::MulAdd(x, x, Number(b))));
        const V above = hn::Mul(Number(0.5F), hn::Add(x, root));
        // Without cancellation; 0 · x makes −infinity NaN, as in the formula.
        const V below = hn::MulAdd(hn::Zero(d), x, hn::Div(Number(0.5F * b), hn::Sub(root, x)));
        return hn::IfThenElse(hn::Lt(x, hn::Zero(d)), below, above);
    });
}

HWY_INLINE void RunSparsePlus(const Row &row)
{
    const D d;
    Run(row, [=](V x) HWY_ATTR {
        const V half = hn::Mul(Number(0.5F), hn::Add(x, Number(1)));
        const V above = hn::IfThenElse(hn::Ge(x, Number(1)), x, hn::Mul(half, half));
        return hn::IfThenElse(hn::Le(x, Number(-1)), hn::Zero(d), above);
    });
}

HWY_INLINE void RunSoftShrink(const Row &row, float lambda)
{
    const V high = Number(lambda);
    Run(row, [=](V x) HWY_ATTR {
        const V below = hn::IfThenElseZero(hn::Lt(x, hn::Neg(high)), hn::Add(x, high));
        return hn::IfThenElse(hn::Gt(x, high), hn::Sub(x, high), below);
    });
}

void Tile(const Elementwise *function, const float *src, float *dst, std::int64_t n, bool streaming)
{
    const D d;
    const Row row{src, dst, n, streaming};
    const float a = function->a;
    const float b = function->b;
    switch (function->op) {
    case ElementwiseOp::Linear:
        return Run(row, [=](V x) HWY_ATTR { return x; });
    case ElementwiseOp::Relu:
        return RunRelu(row, a, b, function->c);
    case ElementwiseOp::Relu6:
        return Run(row, [=](V x) HWY_ATTR { return Clip(d, x, 0, 6); });
    case ElementwiseOp::LeakyRelu:
        return Run(row, [=](V x) HWY_ATTR {
            return hn::IfThenElse(hn::Ge(x, hn::Zero(d)), x, hn::Mul(Number(a), x));
        });
    case ElementwiseOp::Elu:
        return RunElu(row, 1, a);
    case ElementwiseOp::Celu:
        return RunCelu(row, a);
    case ElementwiseOp::Selu:
        return RunElu(row, 1.05070098735548F, 1.67326324235438F);
    case ElementwiseOp::Softplus:
        return Run(row, [=](V x) HWY_ATTR { return Softplus(d, x); });
    case ElementwiseOp::Softsign:
        return Run(row, [=](V x) HWY_ATTR { return hn::Div(x, hn::Add(hn::Abs(x), Number(1))); });
    case ElementwiseOp::Tanh:
        return Run(row, [=](V x) HWY_ATTR { return Tanh(d, x); });
    case ElementwiseOp::Sigmoid:
        return Run(row, [=](V x) HWY_ATTR { return Sigmoid(d, x); });
    case ElementwiseOp::Exponential:
        return Run(row, [=](V x) HWY_ATTR { return Exponential(d, x); });
    case ElementwiseOp::HardSigmoid:
        return Run(row, [=](V x) HWY_ATTR { return HardSigmoid(x); });
    case ElementwiseOp::HardSigmoidKeras2:
        return Run(row, [=](V x) HWY_ATTR {
            return Clip(d, hn::MulAdd(Number(0.2F), x, Number(0.5F)), 0, 1);
        });
    case ElementwiseOp::Silu:
        return Run(row, [=](V x) HWY_ATTR {
            return hn::Div(x, hn::Add(Number(1), FastExponential(d, hn::Neg(x))));
        });
    case ElementwiseOp::Gelu:
        return RunGelu(row);
    case ElementwiseOp::GeluApproximate:
        return RunGeluApproximate(row);
    case ElementwiseOp::Mish:
        return RunMish(row);
    case ElementwiseOp::HardSilu:
        return Run(row, [=](V x) HWY_ATTR { return hn::Mul(x, HardSigmoid(x)); });
    case ElementwiseOp::HardTanh:
        return Run(row, [=](V x) HWY_ATTR { return Clip(d, x, -1, 1); });
    case ElementwiseOp::TanhShrink:
        return Run(row, [=](V x) HWY_ATTR { return hn::Sub(x, Tanh(d, x)); });
    case ElementwiseOp::SoftShrink:
        return RunSoftShrink(row, a);
    case ElementwiseOp::HardShrink:
        return Run(row, [=](V x) HWY_ATTR {
            return hn::IfThenElseZero(hn::Gt(hn::Abs(x), Number(a)), x);
        });
    case ElementwiseOp::LogSigmoid:
        return Run(row, [=](V x) HWY_ATTR { return hn::Neg(Softplus(d, hn::Neg(x))); });
    case ElementwiseOp::Squareplus:
        return RunSquareplus(row, a);
    case ElementwiseOp::SparsePlus:
        return RunSparsePlus(row);
    case ElementwiseOp::SparseSigmoid:
        return Run(row, [=](V x) HWY_ATTR {
            return Clip(d, hn::MulAdd(Number(0.5F), x, Number(0.5F)), 0, 1);
        });
    case ElementwiseOp::Threshold:
        return Run(
            row, [=](V x) HWY_ATTR { return hn::IfThenElse(hn::Gt(x, Number(a)), x, Number(b)); });
    }
}

} // namespace
} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace convscope {

HWY_EXPORT(Tile);

void elementwiseTile(const Elementwise &function, const float *src, float *dst, std::int64_t n,
                     bool streaming)
{
    HWY_DYNAMIC_DISPATCH(Tile)(&function, src, dst, n, streaming);
}

} // namespace convscope
#endif
