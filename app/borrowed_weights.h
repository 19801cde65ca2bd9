// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <span>
#include <string>

namespace convscope {

/// The model with the weights that another file's layers have stored: given by name where every one
/// of those layers has its namesake here, else in order, layer by layer. Errors: those of
/// loadModel, "input" where the file holds no weights, E17 where they do not fit the model for
/// these input shapes.
[[nodiscard]] Result<Model> withWeightsOf(const Model &model, const std::string &path,
                                          std::span<const Shape> inputShapes);

} // namespace convscope
