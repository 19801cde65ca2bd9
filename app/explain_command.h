// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"
#include "explain/explain.h"
#include "input_arguments.h"
#include "model_arguments.h"

namespace convscope {

/// `convscope explain MODEL --layer NAME --cell 86,146,8`: where one value comes from.
class ExplainCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "explain"; }
    [[nodiscard]] std::string description() const override;
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    /// What can be told before anything is read.
    [[nodiscard]] Result<void> checkOptions() const;
    /// Whether the layer has the cell of --cell, as far as shapes tell.
    [[nodiscard]] Result<void> checkPlace(const Model &model, std::span<const Shape> inputs,
                                          int layer) const;
    /// Position of --layer, the last without it.
    [[nodiscard]] Result<int> wantedLayer(const Model &model) const;
    /// Computes the model up to a layer.
    [[nodiscard]] Result<RunResult> compute(const Model &model, std::span<const Tensor> inputs,
                                            int layer, const std::stop_token &stop) const;
    /// --cell, the cell of the largest value without it.
    [[nodiscard]] Extents wantedCell(const LayerOperands &operands) const;

    ModelArguments m_model;
    InputArguments m_input;
    std::string m_layer;
    std::string m_cell;
    std::int64_t m_batch = 0;
    std::string m_terms;
    std::string m_kernel;
};

} // namespace convscope
