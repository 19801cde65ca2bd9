// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/lines/problem_text.h"

#include <string>
#include <vector>

namespace convscope {

/// A problem to time and the suite, file or option it comes from.
struct BenchTask
{
    std::string suite;
    std::string text;
    Problem problem;
};

/// The problems asked for, in the order suites, files, problems; every suite where none is given.
/// Files have one problem per line, and comments from # on. Fails with "usage" or "file".
[[nodiscard]] Result<std::vector<BenchTask>> benchTasks(const std::vector<std::string> &suites,
                                                        const std::vector<std::string> &files,
                                                        const std::vector<std::string> &problems);

} // namespace convscope
