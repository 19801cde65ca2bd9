// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "model/model.h"
#include "tensor/tensor.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// A model file read and changed as the command line says.
struct PreparedModel
{
    Model model;
    /// One per model input, from --input-shape, from the file's own inputs or from the config.
    std::vector<Shape> inputShapes;
    /// Inputs stored in the file (.npz), one per model input; else empty.
    std::vector<Tensor> inputs;
    /// Those of --input-shape, one per model input; empty where it was not given.
    std::vector<Shape> givenShapes;
    /// Whether --set changed it: stored weights then follow the edit.
    bool isEdited = false;
};

/// Whether the model's stored weights, which fit the `stated` shapes, fit the `given` ones too
/// (unless an edit changes them anyway): error E17, naming both, where they do not.
[[nodiscard]] Result<void> keepsStoredWeights(const PreparedModel &prepared,
                                              std::span<const Shape> stated,
                                              std::span<const Shape> given);

/// MODEL and the options that change it, shared by the commands that take one.
class ModelArguments
{
public:
    void declare(CLI::App &options);
    /// Reads the file and applies --set, --seed and --input-shape.
    [[nodiscard]] Result<PreparedModel> prepare() const;
    /// The model with the weights of --weights, checked against these input shapes; as it is where
    /// none were named. Errors: those of loadModel, E17.
    [[nodiscard]] Result<Model> withWeights(const Model &model,
                                            std::span<const Shape> inputShapes) const;
    /// Every file named: MODEL and that of --weights.
    [[nodiscard]] std::vector<std::string> files() const;

private:
    /// The model with the arrays of --feed in place of outputs.
    [[nodiscard]] Result<Model> withFed(Model model) const;
    [[nodiscard]] Result<std::vector<Shape>> statedShapes() const;

    std::string m_path;
    std::vector<std::string> m_inputShapes;
    std::vector<std::string> m_assignments;
    std::string m_weights;
    std::vector<std::string> m_fed;
    std::optional<std::uint64_t> m_seed;
};

} // namespace convscope
