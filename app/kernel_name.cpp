// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernel_name.h"

#include "kernels/conv/conv_kernel.h"
#include "kernels/simd/vector_target.h"

namespace convscope {

namespace {

// What computes everything but convolutions.
constexpr const char *kVector = "vector";

/// Replaces a reported name by the kernel's own; what is wrong with it, else nothing.
std::string takeKernel(std::string &text)
{
    if (text == kVector || text == vectorKernelName()) {
        text = kVector;
        return {};
    }
    std::string names;
    for (const ConvKernel &kernel : convKernels()) {
        if (text == kernel.name || text == reportedName(kernel)) {
            text = kernel.name;
            return {};
        }
        names.append(kernel.name).append(", ");
    }
    return "there is no kernel \"" + text + "\"; there are " + names + kVector;
}

} // namespace

void addKernelOption(CLI::App &options, std::string &kernel, const std::string &doc)
{
    options.add_option("--kernel", kernel, doc)
        ->type_name("NAME")
        ->transform(CLI::Validator(takeKernel, ""));
}

} // namespace convscope
