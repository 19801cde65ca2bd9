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

/// Bytes that effectiveWeights() would take now.
struct DrawingBytes
{
    /// Of the weights that it draws: not those that are stored or remembered from the last time.
    std::int64_t kept = 0;
    /// Beside them until it ends.
    std::int64_t passing = 0;
};

/// Whether a weight is remembered.
enum class Remembered
{
    AskedOfLarge, ///< small ones are counted as if they were not: some microseconds less each
    AskedOfAll
};

/// Saturates. Cheap: arithmetic on shapes.
[[nodiscard]] DrawingBytes bytesToDraw(const Layer &layer, std::span<const WeightSpec> specs,
                                       std::uint64_t seed, Remembered remembered);

/// How many of the values that a layer runs with are its stored ones; the others are drawn.
struct StoredShare
{
    std::int64_t stored = 0;
    std::int64_t total = 0;

    /// After an edit that changed the shape of a stored weight: "432 of 1024 stored".
    [[nodiscard]] bool isPartial() const { return stored > 0 && stored < total; }
    bool operator==(const StoredShare &) const = default;
};

/// Nothing stored where the layer has no stored weights. Cheap: arithmetic on shapes.
[[nodiscard]] StoredShare storedShare(const Layer &layer, std::span<const WeightSpec> specs);

/// The argument that says so for a weight: "kernel" and "initializer" give "kernel_initializer",
/// "depthwise_kernel" gives "depthwise_initializer".
[[nodiscard]] std::string weightArgument(const WeightSpec &spec, std::string_view kind);

} // namespace convscope
