// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace convscope {

/// --language NAME, one of those compiled in.
void addLanguageOption(CLI::App &options, std::string &language);

} // namespace convscope
