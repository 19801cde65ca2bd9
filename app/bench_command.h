// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

namespace convscope {

/// `convscope bench`: times problems against the limits of the machine, measured in the same run.
class BenchCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "bench"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    std::vector<std::string> m_suites;
    std::vector<std::string> m_files;
    std::vector<std::string> m_problems;
    std::string m_kernel;
    int m_repeats = 5;
    double m_seconds = 0.3;
};

} // namespace convscope
