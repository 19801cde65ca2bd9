// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

namespace convscope {

/// A layer class for tests of what reads schemas: one argument of every kind, no computation.
[[nodiscard]] const LayerType &everyKindLayer();

} // namespace convscope
