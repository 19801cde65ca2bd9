// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

namespace convscope {

/// `convscope layers [CLASS]`: the layer classes, or one with its arguments, from their schemas.
class LayersCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "layers"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    std::string m_className;
};

} // namespace convscope
