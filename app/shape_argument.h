// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/shape.h"

#include <string_view>

namespace convscope {

/// "4,600,600,3", "(None, 600, 600, 3)", "?,8": batch first, None or ? for unknown, every extent
/// ≥ 1. Fails with rule "usage".
[[nodiscard]] Result<Shape> parseShape(std::string_view text);

} // namespace convscope
