// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <span>
#include <string>

namespace convscope {

/// The model with arguments changed, each text LAYER.ARG=VALUE with a Python-like literal, e.g.
/// "conv2d_1.strides=(2,2)". All arguments of one layer change together, so that their order does
/// not matter to rules over several. Also LAYER.trainable. Errors: "usage" for a text of another
/// form or a layer that is not there, the catalogue's number (E16: no such argument) for a refused
/// value.
[[nodiscard]] Result<Model> withAssignments(Model model, std::span<const std::string> texts);

/// For messages: "conv2d, conv2d_1, …, dense", of many layers the first and the last.
[[nodiscard]] std::string layerNames(const Model &model);

} // namespace convscope
