// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// The weights a layer runs with, one per spec: its stored ones where they fit; where a stored
/// weight has another shape, the part both have in common is kept (kernel axes aligned at their
/// centre, channel axes at their first) and the rest is drawn; without stored weights everything is
/// drawn. Drawn values depend only on (seed, layer name, weight name, shape, initializer), see
/// initializers.h, whose errors come back with the layer and the argument.
[[nodiscard]] Result<std::vector<Tensor>> effectiveWeights(const Layer &layer,
                                                           std::span<const WeightSpec> specs,
                                                           std::uint64_t seed,
                                                           const std::stop_token &stop = {});

/// The argument that says so for a weight: "kernel" and "initializer" give "kernel_initializer",
/// "depthwise_kernel" gives "depthwise_initializer".
[[nodiscard]] std::string weightArgument(const WeightSpec &spec, std::string_view kind);

} // namespace convscope
