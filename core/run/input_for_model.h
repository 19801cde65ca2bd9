// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/prepare_input.h"
#include "model/model.h"

#include <span>
#include <string>

namespace convscope {

/// What a model states of its input `index`; unknown sizes of the rank its first layer wants where
/// it states nothing. `bound` is left empty.
[[nodiscard]] StatedInput statedInput(const Model &model, std::size_t index);

/// The stored weights that would not fit if the model took the sizes of this channels last input,
/// in words ("the stored weights of dense"); empty: none. `expected`: shapes of all inputs that
/// they do fit.
[[nodiscard]] Words boundWeights(const Model &model, std::span<const Shape> expected,
                                 std::size_t index, const StatedInput &stated, const Tensor &input);

/// What is read for an input: a pattern that states no size has the sizes that are stated.
[[nodiscard]] std::string sourceFor(const std::string &source, const StatedInput &stated);

/// What PictureRange::Auto stands for.
[[nodiscard]] PictureRange suggestedRange(const Model &model, std::size_t index);

} // namespace convscope
