// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model_arguments.h"
#include "run/stage.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// The stage of a run, from the files named with --input (see makeStage()). Pictures, sounds and
/// volumes are brought into the model's data format; .npy arrays are taken in the order they have.
/// Without files, the inputs stored with the model, as stored. `wanted` (--input-shape) must be
/// met; a batch axis or channel axis of 1 that an array lacks is added. Changes that were not asked
/// for are told on stderr.
[[nodiscard]] Result<RunStage> runStage(const PreparedModel &prepared,
                                        std::span<const std::string> files,
                                        const std::optional<Shape> &wanted);

} // namespace convscope
