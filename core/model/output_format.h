// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <vector>

namespace convscope {

/// Where the channels of each layer's output lie: the layer's own data_format, or that of what it
/// reads where the class has none (activations, merging layers).
[[nodiscard]] std::vector<DataFormat> outputFormats(const Model &model, DataFormat input);

} // namespace convscope
