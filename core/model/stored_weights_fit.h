// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <span>
#include <string>

namespace convscope {

/// Name of the first layer whose stored weights fit where the model reads `stated` shapes but not
/// where it reads `given` ones; empty: none. Unknown sizes hold no weight up.
[[nodiscard]] std::string weightsThatWouldBeLost(const Model &model, std::span<const Shape> stated,
                                                 std::span<const Shape> given);

/// Error E17 for that layer: the weight, its stored shape, the shape it would need, and both shapes
/// of the input.
[[nodiscard]] Result<void> storedWeightsFit(const Model &model, std::span<const Shape> stated,
                                            std::span<const Shape> given);

} // namespace convscope
