// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"
#include "tensor/tensor.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// What is saved.
struct SaveRequest
{
    const Model &model;
    /// One per model input, or none; kept by formats that can.
    std::span<const Tensor> inputs = {};
    /// What the window keeps about its view, as JSON text; kept by formats that can.
    std::string view = {};
};

/// What the format could not keep, in sentences.
struct SaveReport
{
    std::vector<Words> unsupported;
};

/// Saves in the format of the path's ending (formats/model_format.h). The file is replaced in one
/// step: whoever looks finds the old one or the whole new one. What the format cannot keep is in
/// the report; what Keras on TensorFlow will not do with the model is known before
/// (tensorflow_limits.h). Errors: "file" (also an ending that is none), those of drawing weights.
[[nodiscard]] Result<SaveReport> saveModel(const std::string &path, const SaveRequest &request);

struct ModelFormat;
/// The same in a given format, which is one that is written, whatever the path ends in.
[[nodiscard]] Result<SaveReport> saveModelAs(const ModelFormat &format, const std::string &path,
                                             const SaveRequest &request);

/// Saves in the case format: the model, the stored weights of its layers, and the inputs. The file
/// is replaced in one step, and loads back equal. Errors: "file".
[[nodiscard]] Result<void> saveCase(const std::string &path, const Model &model,
                                    std::span<const Tensor> inputs);
/// Saves the model alone as Keras 3 JSON; weights cannot be kept there.
[[nodiscard]] Result<void> saveModelJson(const std::string &path, const Model &model);

} // namespace convscope
