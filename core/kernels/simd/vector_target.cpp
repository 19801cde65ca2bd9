// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/simd/vector_target.h"

#include "kernels/direct/direct_tile.h"

namespace convscope {

std::string vectorKernelName()
{
    return std::string("vector_") + simdName();
}

} // namespace convscope
