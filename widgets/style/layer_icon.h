// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

#include <QString>

namespace convscope {

/// Name of the icon for a group of layers, for themedIcon().
[[nodiscard]] QString layerIcon(LayerGroup group);

} // namespace convscope
