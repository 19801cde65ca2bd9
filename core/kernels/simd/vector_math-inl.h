// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Functions of a vector of float32, included once per SIMD target. Relative errors are measured by
// tests/core/kernels/functions/tst_elementwise.cpp. Equal for a value whatever its lane: tails may
// use them too.
#if defined(CONVSCOPE_VECTOR_MATH_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef CONVSCOPE_VECTOR_MATH_INL
#undef CONVSCOPE_VECTOR_MATH_INL
#else
#define CONVSCOPE_VECTOR_MATH_INL
#endif

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// NaN stays NaN, which hn::Max and hn::Min leave open.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V AtLeast(D d, V x, float low)
{
    const V limit = hn::Set(d, low);
    return hn::IfThenElse(hn::Lt(x, limit), limit, x);
}

template <class D, class V = hn::Vec<D>>
HWY_INLINE V AtMost(D d, V x, float high)
{
    const V limit = hn::Set(d, high);
    return hn::IfThenElse(hn::Gt(x, limit), limit, x);
}

template <class D, class V = hn::Vec<D>>
HWY_INLINE V Clip(D d, V x, float low, float high)
{
    return AtMost(d, AtLeast(d, x, low), high);
}

/// NaN gives any number.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V Bounded(D d, V x, float low, float high)
{
    return hn::Min(hn::Max(x, hn::Set(d, low)), hn::Set(d, high));
}

/// 2^n for whole n in [−126, 127].
template <class D, class VI>
HWY_INLINE hn::Vec<D> PowerOfTwo(D d, VI n)
{
    const hn::RebindToSigned<D> di;
    return hn::BitCast(d, hn::ShiftLeft<23>(hn::Add(n, hn::Set(di, 127))));
}

/// x = n · ln 2 + r, |r| ≤ ln 2 / 2, and e^r − 1 (Cephes' polynomial, relative error 1e-7).
template <class D, class V = hn::Vec<D>>
HWY_INLINE V ReducedExpm1(D d, V x, hn::Vec<hn::RebindToSigned<D>> &n)
{
    const V whole = hn::Round(hn::Mul(x, hn::Set(d, 1.44269504088896341F)));
    n = hn::ConvertTo(hn::RebindToSigned<D>(), whole);
    V r = hn::NegMulAdd(whole, hn::Set(d, 0.693359375F), x);
    r = hn::NegMulAdd(whole, hn::Set(d, -2.12194440e-4F), r);
    V q = hn::Set(d, 1.9875691500e-4F);
    q = hn::MulAdd(q, r, hn::Set(d, 1.3981999507e-3F));
    q = hn::MulAdd(q, r, hn::Set(d, 8.3334519073e-3F));
    q = hn::MulAdd(q, r, hn::Set(d, 4.1665795894e-2F));
    q = hn::MulAdd(q, r, hn::Set(d, 1.6666665459e-1F));
    q = hn::MulAdd(q, r, hn::Set(d, 5.0000001201e-1F));
    return hn::MulAdd(hn::Mul(r, r), q, r);
}

/// Relative error below 2e-7; overflows to infinity, underflows gradually.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V Exponential(D d, V x)
{
    hn::Vec<hn::RebindToSigned<D>> n;
    // Beyond these bounds the result is infinity or 0 already.
    const V p = ReducedExpm1(d, Bounded(d, x, -104.0F, 89.0F), n);
    // In two steps, as 2^n itself may be no normal number.
    const auto half = hn::ShiftRight<1>(n);
    const V scaled = hn::Mul(hn::Mul(hn::Add(p, hn::Set(d, 1.0F)), PowerOfTwo(d, half)),
                             PowerOfTwo(d, hn::Sub(n, half)));
    return hn::IfThenElse(hn::IsNaN(x), x, scaled);
}

/// The same bounds as Bounded(), but NaN stays NaN: on x86 the second operand of hn::Max and
/// hn::Min comes out where one is NaN, on ARM NaN does.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V BoundedOrNaN(D d, V x, float low, float high)
{
#if HWY_TARGET == HWY_EMU128 || HWY_TARGET == HWY_SCALAR
    return Clip(d, x, low, high);
#else
    return hn::Min(hn::Set(d, high), hn::Max(hn::Set(d, low), x));
#endif
}

/// e^x for x in [−88, 88.8] and NaN: 0 below −87.7, infinity above 88.4. Relative error below 3e-7;
/// a third of the work of Exponential().
template <class D, class V = hn::Vec<D>>
HWY_INLINE V ExponentialOfBounded(D d, V x)
{
    // 1.5 · 2^23 + 127: the sum has n + 127, the exponent field of 2^n, in its lowest bits.
    const V magic = hn::Set(d, 12583039.0F);
    const V shifted = hn::MulAdd(x, hn::Set(d, 1.44269504088896341F), magic);
    const V n = hn::Sub(shifted, magic);
    V r = hn::NegMulAdd(n, hn::Set(d, 0.693359375F), x);
    r = hn::NegMulAdd(n, hn::Set(d, -2.12194440e-4F), r);
    // Degree 5, fitted to e^r on |r| ≤ ln 2 / 2 with 1 + r as its beginning: 1.1e-7.
    V p = hn::Set(d, 0.008312501F);
    p = hn::MulAdd(p, r, hn::Set(d, 0.04189033F));
    p = hn::MulAdd(p, r, hn::Set(d, 0.16667116F));
    p = hn::MulAdd(p, r, hn::Set(d, 0.4999923F));
    p = hn::MulAdd(p, r, hn::Set(d, 1.0F));
    p = hn::MulAdd(p, r, hn::Set(d, 1.0F));
    const hn::RebindToSigned<D> di;
    return hn::Mul(p, hn::BitCast(d, hn::ShiftLeft<23>(hn::BitCast(di, shifted))));
}

/// The same for every x: results beyond the normal numbers are 0 or infinity.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V FastExponential(D d, V x)
{
    return ExponentialOfBounded(d, BoundedOrNaN(d, x, -88.0F, 88.8F));
}

/// e^x − 1 for x < 88; relative error below 3e-7, near 0 too.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V Expm1(D d, V x)
{
    hn::Vec<hn::RebindToSigned<D>> n;
    const V p = ReducedExpm1(d, Bounded(d, x, -87.0F, 88.0F), n);
    const V scale = PowerOfTwo(d, n);
    const V y = hn::MulAdd(p, scale, hn::Sub(scale, hn::Set(d, 1.0F)));
    return hn::IfThenElse(hn::IsNaN(x), x, y);
}

/// log(1 + u) for u in [0, 1]: 2 artanh(u / (2 + u)), its series ends below 1e-8.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V Log1pOfUnit(D d, V u)
{
    const V t = hn::Div(u, hn::Add(u, hn::Set(d, 2.0F)));
    const V s = hn::Mul(t, t);
    V q = hn::Set(d, 2.0F / 13);
    q = hn::MulAdd(q, s, hn::Set(d, 2.0F / 11));
    q = hn::MulAdd(q, s, hn::Set(d, 2.0F / 9));
    q = hn::MulAdd(q, s, hn::Set(d, 2.0F / 7));
    q = hn::MulAdd(q, s, hn::Set(d, 2.0F / 5));
    q = hn::MulAdd(q, s, hn::Set(d, 2.0F / 3));
    q = hn::MulAdd(q, s, hn::Set(d, 2.0F));
    return hn::Mul(q, t);
}

/// A quotient of polynomials, fitted to |x| ≤ 9 with the least relative error, 2e-8; rounded 4e-7,
/// near 0 too.
template <class D, class V = hn::Vec<D>>
HWY_INLINE V Tanh(D d, V x)
{
    const V z = BoundedOrNaN(d, x, -9.0F, 9.0F);
    const V s = hn::Mul(z, z);
    V p = hn::Set(d, 1.33543437e-08F);
    p = hn::MulAdd(p, s, hn::Set(d, 2.06088464e-05F));
    p = hn::MulAdd(p, s, hn::Set(d, 3.49557366e-03F));
    p = hn::MulAdd(p, s, hn::Set(d, 0.133810135F));
    p = hn::MulAdd(p, s, hn::Set(d, 0.999999979F));
    V q = hn::Set(d, 7.77642607e-07F);
    q = hn::MulAdd(q, s, hn::Set(d, 3.28561122e-04F));
    q = hn::MulAdd(q, s, hn::Set(d, 2.58769272e-02F));
    q = hn::MulAdd(q, s, hn::Set(d, 0.467143291F));
    q = hn::MulAdd(q, s, hn::Set(d, 1.0F));
    // Rounding may lead beyond 1.
    return BoundedOrNaN(d, hn::Div(hn::Mul(p, z), q), -1.0F, 1.0F);
}

template <class D, class V = hn::Vec<D>>
HWY_INLINE V Sigmoid(D d, V x)
{
    const V one = hn::Set(d, 1.0F);
    return hn::Div(one, hn::Add(one, FastExponential(d, hn::Neg(x))));
}

template <class D, class V = hn::Vec<D>>
HWY_INLINE V Softplus(D d, V x)
{
    const V u = FastExponential(d, hn::Neg(hn::Abs(x)));
    return hn::Add(AtLeast(d, x, 0.0F), Log1pOfUnit(d, u));
}

/// erfc(z) for z ≥ 0, relative error below 4e-7 for z < 3 (Numerical Recipes' erfcc).
template <class D, class V = hn::Vec<D>>
HWY_INLINE V ErfcOfPositive(D d, V z)
{
    const V t = hn::Div(hn::Set(d, 2.0F), hn::Add(z, hn::Set(d, 2.0F)));
    V q = hn::Set(d, 0.17087277F);
    q = hn::MulAdd(q, t, hn::Set(d, -0.82215223F));
    q = hn::MulAdd(q, t, hn::Set(d, 1.48851587F));
    q = hn::MulAdd(q, t, hn::Set(d, -1.13520398F));
    q = hn::MulAdd(q, t, hn::Set(d, 0.27886807F));
    q = hn::MulAdd(q, t, hn::Set(d, -0.18628806F));
    q = hn::MulAdd(q, t, hn::Set(d, 0.09678418F));
    q = hn::MulAdd(q, t, hn::Set(d, 0.37409196F));
    q = hn::MulAdd(q, t, hn::Set(d, 1.00002368F));
    q = hn::MulAdd(q, t, hn::Set(d, -1.26551223F));
    return hn::Mul(t, FastExponential(d, hn::NegMulAdd(z, z, q)));
}

} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#endif
