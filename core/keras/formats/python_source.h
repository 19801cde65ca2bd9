// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/save_model.h"

#include <string>

namespace convscope {

/// A Python program that builds the model in Keras 3: only arguments that differ from their default
/// are written. Weights are not kept.
[[nodiscard]] std::string pythonSource(const Model &model);
[[nodiscard]] Result<SaveReport> writePythonSource(const std::string &path,
                                                   const SaveRequest &request);

} // namespace convscope
