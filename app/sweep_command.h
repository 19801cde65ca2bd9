// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"
#include "input_arguments.h"
#include "model_arguments.h"
#include "sweep/sweep.h"

namespace convscope {

/// `convscope sweep MODEL --vary LAYER.ARG=A,B,C`: one layer under many settings.
class SweepCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "sweep"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    /// All but its cells.
    [[nodiscard]] Result<Sweep> prepare() const;
    /// CSV, or a case for every setting, by the ending of --output; what is to be said of it.
    [[nodiscard]] Result<std::vector<std::string>> write(const Sweep &sweep,
                                                         std::span<const SweepCell> cells,
                                                         const std::string &path,
                                                         const CommandContext &context) const;

    ModelArguments m_model;
    InputArguments m_input;
    std::vector<std::string> m_vary;
    std::string m_layer;
    std::string m_against;
    std::string m_tolerance;
    std::string m_kernel;
    std::string m_output;
};

} // namespace convscope
