// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <stop_token>
#include <string>

namespace convscope {

/// What a kernel run needs to know besides its operands, and what it reports back.
struct KernelContext
{
    /// Polled per tile. A stopped run returns Error{rule "cancelled"}.
    std::stop_token stop;
    /// Empty: the best kernel that takes the problem. "reference", or a kernel's name: only that
    /// one.
    std::string forcedKernel;
    /// Filled in by the kernel that ran, e.g. "direct_avx512"; may be null.
    std::string *usedKernel = nullptr;

    [[nodiscard]] bool wantsReference() const { return forcedKernel == "reference"; }
    void report(const std::string &name) const
    {
        if (usedKernel != nullptr)
            *usedKernel = name;
    }
};

} // namespace convscope
