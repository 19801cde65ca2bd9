// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What tiles that keep their sums in registers have to know of them, once per SIMD target.
#if defined(CONVSCOPE_VECTOR_REGISTERS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef CONVSCOPE_VECTOR_REGISTERS_INL
#undef CONVSCOPE_VECTOR_REGISTERS_INL
#else
#define CONVSCOPE_VECTOR_REGISTERS_INL
#endif

#include <hwy/highway.h>

/// 1: 32 vector registers; 0: 16.
#undef CONVSCOPE_MANY_REGISTERS
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL || HWY_ARCH_ARM_A64
#define CONVSCOPE_MANY_REGISTERS 1
#else
#define CONVSCOPE_MANY_REGISTERS 0
#endif

HWY_BEFORE_NAMESPACE();
namespace convscope {
namespace HWY_NAMESPACE {

/// The same pointer, but the compiler cannot tell: every third address is then kept in a register
/// and the two after it are reached by a scaled index, where it would compute and spill an address
/// per load and row.
HWY_INLINE const float *opaque(const float *p)
{
#if HWY_COMPILER_GCC || HWY_COMPILER_CLANG
    asm("" : "+r"(p));
#endif
    return p;
}

/// Keeps a vector in one register: a sum that may move to another one while it grows costs
/// moves and spills where sums fill the registers.
template <class V>
HWY_INLINE void keepInPlace(V &v)
{
#if HWY_ARCH_X86 && (HWY_COMPILER_GCC || HWY_COMPILER_CLANG)
    asm("" : "+x"(v.raw));
#else
    static_cast<void>(v);
#endif
}

} // namespace HWY_NAMESPACE
} // namespace convscope
HWY_AFTER_NAMESPACE();

#endif
