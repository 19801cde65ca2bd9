// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <string>
#include <vector>

namespace convscope {

/// By layer: the layer of a class that is not known here whose output it needs and that has none,
/// also where the shapes behind it are known; empty: it can run.
[[nodiscard]] std::vector<std::string> missingOutputs(const Model &model);

} // namespace convscope
