// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explain.h"
#include "views/formula_strip.h"

#include <span>
#include <string>

namespace convscope {

/// An explanation folded by channel: up to four channels, or the three that add most and the rest
/// together; layers that do not add channels up say in words what they do. `channelNames` are those
/// of what the layer reads; empty: numbers. Costs what the cell sees.
[[nodiscard]] FormulaPicture formulaPicture(const LayerOperands &operands, const Explanation &told,
                                            std::span<const std::string> channelNames);

} // namespace convscope
