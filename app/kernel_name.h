// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace convscope {

/// Declares --kernel NAME. A kernel that does not exist is wrong usage, before anything runs.
/// `kernel` becomes its name without the instruction set that tables write behind it: "direct" for
/// "direct_avx512" where that is the one in use.
void addKernelOption(CLI::App &options, std::string &kernel, const std::string &doc);

} // namespace convscope
