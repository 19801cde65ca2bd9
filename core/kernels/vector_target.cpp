// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/vector_target.h"

#include <hwy/targets.h>

#include <algorithm>
#include <cctype>

namespace convscope {

std::string vectorKernelName()
{
    // The lowest bit is the best target.
    const std::int64_t targets = hwy::SupportedTargets();
    std::string name = hwy::TargetName(targets & -targets);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return "vector_" + name;
}

} // namespace convscope
