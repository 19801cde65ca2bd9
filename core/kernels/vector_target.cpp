// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/vector_target.h"

#include "base/concat.h"
#include "kernels/direct_tile.h"

namespace convscope {

std::string vectorKernelName()
{
    return concat("vector_", simdName());
}

} // namespace convscope
