// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"
#include "model_arguments.h"

namespace convscope {

/// `convscope summary MODEL`: shapes, parameters, work and receptive fields, without running
/// anything.
class SummaryCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "summary"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    ModelArguments m_model;
};

} // namespace convscope
