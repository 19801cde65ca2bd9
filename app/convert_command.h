// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

#include <string>
#include <vector>

namespace convscope {

/// `convscope convert IN OUT`: a model in another format, told by the ending of OUT.
class ConvertCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "convert"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    std::string m_in;
    std::string m_out;
    std::string m_weights;
};

} // namespace convscope
