// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"
#include "input/pixels.h"

namespace convscope {

/// A picture as the rank that the model takes: itself, one of its rows as a sequence, or a volume
/// of one slice; the title says which. Errors: "input" (argument "row" where it is outside),
/// "memory".
[[nodiscard]] Result<Input> pictureInput(Pixels pixels, const std::string &title,
                                         const InputOptions &options);

} // namespace convscope
