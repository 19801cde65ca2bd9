// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"
#include "tensor/tensor.h"

#include <functional>
#include <span>
#include <stop_token>
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
    std::vector<Words> warnings;
    /// What the window wrote about its view, as JSON text; empty where the file holds nothing.
    std::string view;
};

struct LoadOptions
{
    std::stop_token stop;
    /// The share of the reading that is done, 0 … 1, on the reading thread. May be null.
    std::function<void(double)> onProgress;
};

/// Opens what the command line calls MODEL: any format of formats/model_format.h that holds a
/// model, told apart by content, not by name; also through a pipe. Errors: "file" (also for kinds
/// of files that are known but not read: what the file is and what to do about it), "memory",
/// "cancelled", those of model_json.h and of stored weights (E17) with the layer named. Costs a
/// pass over the weights.
[[nodiscard]] Result<LoadedModel> loadModel(const std::string &path,
                                            const LoadOptions &options = {});

} // namespace convscope
