// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"
#include "input_arguments.h"
#include "model_arguments.h"
#include "run/executor.h"
#include "run/stage.h"

namespace convscope {

/// `convscope run MODEL --input FILE…`: computes every layer; prints figures, writes arrays and
/// pictures.
class RunCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "run"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    [[nodiscard]] Result<RunResult> compute(const RunStage &stage,
                                            const CommandContext &context) const;
    /// Whether the failure of a layer of an unknown class does not matter to the layer of --only.
    [[nodiscard]] bool isPassedOver(const Model &model, int index) const;
    /// Where to write the arrays, empty where none are asked for; the folder of maps is made.
    [[nodiscard]] Result<std::string> outputPlaces(OutputFiles &outputs) const;
    [[nodiscard]] Result<void> writeArrays(const Model &model, const RunResult &result,
                                           const std::string &path) const;

    ModelArguments m_model;
    InputArguments m_input;
    std::string m_output;
    std::string m_only;
    std::string m_maps;
    std::string m_kernel;
    int m_repeat = 1;
};

} // namespace convscope
