// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"
#include "tensor/tensor.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// What a model file gave.
struct LoadedModel
{
    /// With its stored weights, where the file holds any.
    Model model;
    /// One per model input, or none.
    std::vector<Tensor> inputs;
    /// For title bars: the file's name without its ending.
    std::string title;
    /// What the stored input is, where the case says so (its key "input_title").
    std::string inputTitle;
    /// What a person should know about the reading.
    std::vector<std::string> warnings;
};

/// Opens what the command line calls MODEL: JSON (a model, a layer, or a case without arrays) or an
/// .npz in the case format, of which the first case is taken. Told apart by content, not by name.
/// Errors: "file", or those of model_json.h and stored_weights.h with the layer named.
[[nodiscard]] Result<LoadedModel> loadModel(const std::string &path);

} // namespace convscope
