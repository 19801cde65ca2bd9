// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <span>
#include <string>

namespace convscope {

/// The model with the weights of a file of any kind that holds some (donated_weights.h). What
/// a person should know of it, such as layers that the file brings nothing for, is said on stderr.
/// Errors: those of loadWeights, E17 where some of them do not fit the model for these input
/// shapes.
[[nodiscard]] Result<Model> withWeightsOf(const Model &model, const std::string &path,
                                          std::span<const Shape> inputShapes);

} // namespace convscope
