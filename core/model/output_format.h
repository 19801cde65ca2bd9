// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <vector>

namespace convscope {

/// Where the channels of each layer's output lie: the layer's own data_format, or that of what it
/// reads where the class has none (activations, merging layers).
[[nodiscard]] std::vector<DataFormat> outputFormats(const Model &model, DataFormat input);

/// Where the model wants the channels of its input: the data_format of the first layer that has
/// one, channels_last where none has.
[[nodiscard]] DataFormat inputFormat(const Model &model);

} // namespace convscope
