// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

#include <span>
#include <string_view>

namespace convscope {

/// Every layer class of the program, in the order of core/layers/CMakeLists.txt.
[[nodiscard]] std::span<const LayerType *const> layerTypes();

/// By class name or alias; nullptr where unknown. A module prefix ("keras.layers.") is ignored.
[[nodiscard]] const LayerType *findLayerType(std::string_view className);

} // namespace convscope
