// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "stack/layer_card.h"

namespace convscope {

/// Whether every word of `text` is part of the card's class, name or shape, or says how the layer
/// stands ("illegal", "unknown", "waiting"); "x" is as good as "×".
[[nodiscard]] bool matches(const LayerCard &card, const QString &text);

} // namespace convscope
