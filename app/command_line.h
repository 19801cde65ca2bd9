// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace convscope {

/// What the arguments of the program ask for, where it is no subcommand.
struct WindowRequest
{
    /// Files to open: a model and/or an input, in any order.
    std::vector<std::string> files;
    /// One of languages(); empty: the desktop's.
    std::string language;
};

/// Reads the arguments. A subcommand, --help, --version and wrong usage are dealt with here and end
/// in an exit status; for the window, -1 is returned and `window` filled in.
[[nodiscard]] int runCommandLine(int &argc, char **argv, WindowRequest &window);

} // namespace convscope
