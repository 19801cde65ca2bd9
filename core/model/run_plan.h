// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// What a layer has to do in a run. Nothing where it is bypassed, illegal, waits or is refused.
struct LayerWork
{
    /// What speeds are measured by: the class and the kernel that was forced, if any.
    std::string kind;
    std::int64_t macs = 0;
    /// Bytes of its inputs, weights and output.
    std::int64_t moved = 0;
    /// Bytes of memory that it fills: the output, and weights that are drawn.
    std::int64_t filled = 0;
    /// Of those, the bytes of weights.
    std::int64_t drawn = 0;
    /// Bytes of a kernel's own copy of the weights, at most.
    std::int64_t copied = 0;
    /// Bytes that the drawing takes beside the weights until it ends.
    std::int64_t passing = 0;

    bool operator==(const LayerWork &) const = default;
};

/// What is known of a run before it starts.
struct PlanOptions
{
    /// See RunOptions::kernel.
    std::string kernel;
    /// Bytes that the run may take.
    std::int64_t memory = std::numeric_limits<std::int64_t>::max();
    /// Layers whose outputs are there already: nothing is computed for them. Empty: none.
    std::vector<bool> isCached;
};

/// The whole of a run added up before anything is drawn, allocated or computed: a run keeps every
/// output and every weight until it has ended.
struct RunPlan
{
    std::vector<LayerWork> layers;
    /// Why a layer will not run though it is legal: with what the layers before it keep, it would
    /// not fit into the memory. Layers that read it wait, those that do not still run.
    std::vector<std::optional<Error>> refused;
    /// Most bytes that the layers which run take at once, beside the inputs and stored weights.
    std::int64_t bytes = 0;

    /// The first of refused; nullptr where everything fits.
    [[nodiscard]] const Error *refusal() const;
};

/// What a run takes whose plan counts so many bytes, at most: threads and their scratch come on top
/// (tests/bench/forecast: up to a thirtieth and 4 MiB). 0 stays 0.
[[nodiscard]] std::int64_t withOverhead(std::int64_t planned);

/// Cheap: arithmetic on shapes. Sums saturate.
[[nodiscard]] RunPlan planRun(const Model &model, const ModelShapes &shapes,
                              const PlanOptions &options);

/// Bytes that a run may take now: what the system has free, and blocks that wait for reuse.
[[nodiscard]] std::int64_t freeMemory();

/// Below this a run is too small for anybody to ask what is free or cached.
inline constexpr std::int64_t kLittleMemory = std::int64_t{64} << 20;

/// The same with freeMemory(), which is asked for only where the run is large, as is `isCached`
/// (see PlanOptions; may be null).
[[nodiscard]] RunPlan planRunHere(const Model &model, const ModelShapes &shapes,
                                  const std::string &kernel,
                                  const std::function<std::vector<bool>()> &isCached);

} // namespace convscope
