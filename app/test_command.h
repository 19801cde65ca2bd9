// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

namespace convscope {

/// `convscope test PATH…`: runs cases in the case format and says which of them fail.
class TestCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "test"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    /// What the command that repeats a case has beside its file and name.
    [[nodiscard]] std::string repeatedOptions() const;

    std::vector<std::string> m_paths;
    std::string m_oracle;
    std::string m_property;
    std::string m_tolerance;
    std::string m_filter;
    std::string m_kernel;
    std::string m_junit;
    std::string m_html;
};

} // namespace convscope
