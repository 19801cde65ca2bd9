// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "layers/layer.h"

#include <nlohmann/json.hpp>

namespace convscope {

/// The layer inside an entry of Keras' TimeDistributed; null for every other entry.
[[nodiscard]] const Json *layerInside(const Json &entry);

/// The class of the wrapper itself, which has no arguments: for reading what its config says beside
/// the layer inside.
[[nodiscard]] const LayerType &wrapperType();

/// One layer that does with every step what `inner` does with a batch (layers/time_distributed.h).
/// What either file entry says beyond arguments is kept in one statement.
[[nodiscard]] Layer wrapped(const Layer &outer, const Layer &inner);

/// The two again, as they were read, with the arguments of today.
struct UnwrappedLayer
{
    Layer outer;
    Layer inner;
};
[[nodiscard]] UnwrappedLayer unwrapped(const Layer &layer);

} // namespace convscope
