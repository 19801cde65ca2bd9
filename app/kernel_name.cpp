// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernel_name.h"

#include "kernels/conv/conv_kernel.h"
#include "kernels/simd/vector_target.h"

namespace convscope {

std::string kernelName(const std::string &text)
{
    for (const ConvKernel &kernel : convKernels()) {
        if (reportedName(kernel) == text)
            return std::string(kernel.name);
    }
    return text == vectorKernelName() ? "vector" : text;
}

} // namespace convscope
