// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/prepare_input.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace convscope {

/// --input, --fit and --values, shared by the commands that read an input.
class InputArguments
{
public:
    void declare(CLI::App &options);
    /// What --fit and --values say.
    [[nodiscard]] InputPreparation preparation() const;
    [[nodiscard]] const std::vector<std::string> &files() const { return m_files; }

private:
    std::vector<std::string> m_files;
    std::string m_fit;
    std::string m_values = "auto";
};

} // namespace convscope
