// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"
#include "model/model.h"
#include "weights_edit/weight_layout.h"
#include "weights_edit/weight_transforms.h"

#include <QString>

namespace convscope {

struct Input;

/// "kernel [2, 3, 1, 8]".
[[nodiscard]] QString cellName(const WeightSpec &spec, const Extents &indices);
/// What an edit of a target is called: "kernel 1 of filter 8", "filter 8", "all of kernel".
[[nodiscard]] QString targetName(const WeightSpec &spec, const WeightLayout &layout,
                                 WeightTarget target, const WeightPlace &at);
/// "turn", "mirror left–right", "add 0.1 to", …
[[nodiscard]] QString operationName(WeightOperation operation, double amount);
/// The channel's own name where the layer reads the input, else its number.
[[nodiscard]] QString channelName(const Model &model, int layer, const Input *input,
                                  std::int64_t channels, std::int64_t channel);
/// How far start values reach, with the arithmetic: "limit √(6 ÷ (75 + 400)) = 0.1124"; empty for
/// initializers that do not follow from the kernel's size.
[[nodiscard]] QString startNote(const WeightSpec &spec);
/// The map of a layer's output that a filter makes, of so many maps; −1: none of its own.
[[nodiscard]] std::int64_t mapOf(const WeightLayout &layout, const WeightPlace &at,
                                 std::int64_t maps);
/// The filter and channel that make a map; false where none does.
[[nodiscard]] bool placeOfMap(const WeightLayout &layout, std::int64_t map, std::int64_t maps,
                              WeightPlace &at);

} // namespace convscope
