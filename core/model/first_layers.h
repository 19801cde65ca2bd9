// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

namespace convscope {

/// Whether the first layers that read the model's input rescale or normalise it themselves, layers
/// that only move, pad or drop values passed over: such a model takes pictures from 0 to 255.
[[nodiscard]] bool firstLayersRescale(const Model &model, int input = 0);

} // namespace convscope
