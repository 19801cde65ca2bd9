// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"
#include "tensor/tensor.h"

#include <span>
#include <string>

namespace convscope {

/// Saves in the case format: the model, the stored weights of its layers, and the inputs. The file
/// is replaced in one step, and loads back equal. Errors: "file".
[[nodiscard]] Result<void> saveCase(const std::string &path, const Model &model,
                                    std::span<const Tensor> inputs);
/// Saves the model alone as Keras 3 JSON; weights cannot be kept there.
[[nodiscard]] Result<void> saveModelJson(const std::string &path, const Model &model);

} // namespace convscope
