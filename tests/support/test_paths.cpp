// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/test_paths.h"

namespace convscope {

std::string sourcePath(std::string_view relative)
{
    // The one place that knows where the checkout lies: tests compile alike in every checkout.
    std::string path = CONVSCOPE_SOURCE_DIR;
    if (!relative.empty())
        path.append("/").append(relative);
    return path;
}

std::string dataPath(std::string_view relative)
{
    std::string path = sourcePath("tests/data");
    if (!relative.empty())
        path.append("/").append(relative);
    return path;
}

} // namespace convscope
